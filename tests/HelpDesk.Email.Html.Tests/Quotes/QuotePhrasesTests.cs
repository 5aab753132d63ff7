using HelpDesk.Email.Html.Quotes;

namespace HelpDesk.Email.Html.Tests.Quotes;

public class QuotePhrasesTests
{
    [Theory]
    [InlineData("On Mon, 5 Jan 2026 at 14:10, Bob <bob@example.test> wrote:")]
    [InlineData("Am Mo., 5. Jan. 2026 um 14:10 Uhr schrieb Bob <bob@example.test>:")]
    [InlineData("Le lun. 5 janv. 2026 à 14:10, Bob <bob@example.test> a écrit :")]
    [InlineData("El lun, 5 ene 2026 a las 14:10, Bob (<bob@example.test>) escribió:")]
    [InlineData("Il giorno lun 5 gen 2026 alle ore 14:10 Bob <bob@example.test> ha scritto:")]
    [InlineData("Em seg., 5 de jan. de 2026 às 14:10, Bob <bob@example.test> escreveu:")]
    [InlineData("Op ma 5 jan 2026 om 14:10 schreef Bob <bob@example.test>:")]
    [InlineData("Den mån 5 jan. 2026 kl 14:10 skrev Bob <bob@example.test>:")]
    [InlineData("pon., 5 sty 2026 o 14:10 Bob <bob@example.test> napisał(a):")]
    [InlineData("po 5. 1. 2026 v 14:10 odesílatel Bob <bob@example.test> napsal:")]
    [InlineData("Bob <bob@example.test> ezt írta (időpont: 2026. jan. 5., H, 14:10):")]
    [InlineData("пн, 5 янв. 2026 г. в 14:10, Bob <bob@example.test> написал:")]
    [InlineData("5 Oca 2026 Pzt 14:10 tarihinde Bob <bob@example.test> şunu yazdı:")]
    [InlineData("Στις Δευ 5 Ιαν 2026 στις 14:10, ο χρήστης Bob <bob@example.test> έγραψε:")]
    [InlineData("Bob <bob@example.test> 于2026年1月5日周一 14:10写道：")]
    [InlineData("2026년 1월 5일 (월) 14:10, Bob <bob@example.test>님이 작성:")]
    [InlineData("Vào Th 2, 5 thg 1, 2026 vào lúc 14:10 Bob <bob@example.test> đã viết:")]
    public void Attributions_are_known_in_many_languages(string line) => Assert.True(LineReader.Introduces(line));

    [Theory]
    [InlineData("I wrote to you at 14:10")]
    [InlineData("As Bob wrote:")]
    [InlineData("Opening hours 2026:")]
    [InlineData("Please call bob@example.test:")]
    public void Other_sentences_introduce_nothing(string line) => Assert.False(LineReader.Introduces(line));

    [Theory]
    [InlineData("-----Original Message-----", nameof(LineMeaning.Original))]
    [InlineData("-----Ursprüngliche Nachricht-----", nameof(LineMeaning.Original))]
    [InlineData("-------- Message d'origine --------", nameof(LineMeaning.Original))]
    [InlineData("------------------ 原始邮件 ------------------", nameof(LineMeaning.Original))]
    [InlineData("Original Message", nameof(LineMeaning.Words))]
    [InlineData("---------- Forwarded message ---------", nameof(LineMeaning.Forward))]
    [InlineData("Begin forwarded message:", nameof(LineMeaning.Forward))]
    [InlineData("-------- Weitergeleitete Nachricht --------", nameof(LineMeaning.Forward))]
    [InlineData("-------- Пересылаемое сообщение --------", nameof(LineMeaning.Forward))]
    [InlineData("________________________________", nameof(LineMeaning.Divider))]
    [InlineData("--", nameof(LineMeaning.Words))]
    [InlineData("##- Please type your reply above this line -##", nameof(LineMeaning.AnswerAbove))]
    [InlineData("- buy paper -", nameof(LineMeaning.Words))]
    public void Separators_are_known_in_many_languages(string line, string meaning) => Assert.Equal(Enum.Parse<LineMeaning>(meaning), LineReader.Read(line));

    [Theory]
    [InlineData("From: Bob", HeaderNames.From)]
    [InlineData("*Von:* Bob", HeaderNames.From)]
    [InlineData("De : Bob", HeaderNames.From)]
    [InlineData("发件人： Bob", HeaderNames.From)]
    [InlineData("Gesendet: Montag", HeaderNames.Date)]
    [InlineData("Кому: Ann", HeaderNames.To)]
    [InlineData("Ämne: Skrivare", HeaderNames.Subject)]
    [InlineData("Note: this", HeaderNames.None)]
    [InlineData(": x", HeaderNames.None)]
    public void Labels_are_known_in_many_languages(string line, string label) => Assert.Equal(Enum.Parse<HeaderLabels>(label), LineReader.LabelOf(line, out _));

    private static class HeaderNames
    {
        internal const string None = nameof(HeaderLabels.None);
        internal const string From = nameof(HeaderLabels.From);
        internal const string Date = nameof(HeaderLabels.Date);
        internal const string To = nameof(HeaderLabels.To);
        internal const string Subject = nameof(HeaderLabels.Subject);
    }
}
