using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Tests.Quotes;

public class QuotePhrasesTests
{
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
    [InlineData("-------- Original Message --------From: Bob", nameof(LineMeaning.Original))]
    [InlineData("*-------- Original Message --------*", nameof(LineMeaning.Original))]
    [InlineData("---- Bob Example wrote ----", nameof(LineMeaning.Original))]
    [InlineData("-----Bob Example/ACME wrote: -----", nameof(LineMeaning.Original))]
    [InlineData("----- Enter your answers here -----", nameof(LineMeaning.Words))]
    [InlineData("I wrote it down -", nameof(LineMeaning.Words))]
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

    [Theory]
    [InlineData("##- Please type your reply above this line -##", true)]
    [InlineData("Reply above this line.", true)]
    [InlineData("Bitte über dieser Linie antworten", true)]
    [InlineData("Пожалуйста, ваш ответ выше этой строки", true)]
    [InlineData("The line above this one", false)]
    public void Requests_to_answer_above_a_line_are_known_in_many_languages(string line, bool isRequest) =>
        Assert.Equal(isRequest, AnswerRequests.IsRequest(line, isFirst: true));

    [Theory]
    [InlineData("5 Jan 2026", true)]
    [InlineData("5/1/26", true)]
    [InlineData("05.01.26", true)]
    [InlineData("at 14:10", true)]
    [InlineData("klo 14.10", true)]
    [InlineData("٥ يناير ٢٠٢٦", true)]
    [InlineData("version 1.2", false)]
    [InlineData("room 1204", false)]
    [InlineData("1.500 pieces", false)]
    [InlineData("no digits", false)]
    public void Days_and_times_are_known_without_their_words(string text, bool isDate) => Assert.Equal(isDate, DateText.IsIn(text));

    private static class HeaderNames
    {
        internal const string None = nameof(HeaderLabels.None);
        internal const string From = nameof(HeaderLabels.From);
        internal const string Date = nameof(HeaderLabels.Date);
        internal const string To = nameof(HeaderLabels.To);
        internal const string Subject = nameof(HeaderLabels.Subject);
    }
}
