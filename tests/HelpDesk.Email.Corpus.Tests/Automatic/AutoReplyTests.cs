using HelpDesk.Email.Corpus.Tests.Corpora;

namespace HelpDesk.Email.Corpus.Tests.Automatic;

public sealed class AutoReplyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("auto-reply")]
    [InlineData("sisimai")]
    public async Task Automatic_mail_is_told_from_peoples(string set)
    {
        var score = new Score($"{set} automatic", set == "sisimai" ? 99.7 : 100);
        foreach (var corpusCase in CorpusFolder.Cases(set))
        {
            var mail = await Explained.MailAsync(corpusCase, TestContext.Current.CancellationToken);
            score.Add(mail.Classification.IsAutomatic == corpusCase.Expected.GetProperty("is_auto").GetBoolean(), $"{corpusCase.Id} {mail.Classification.Kind}");
        }

        score.Check(output);
    }
}
