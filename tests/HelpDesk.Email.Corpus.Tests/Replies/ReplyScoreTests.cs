using HelpDesk.Email.Corpus.Tests.Corpora;

namespace HelpDesk.Email.Corpus.Tests.Replies;

/// <summary>How much of what people really wrote is told from what they quoted, in one configuration for all sets; only whether signatures are cut differs.</summary>
/// <remarks>
/// What the sets contradict each other in, and how it was decided: a dash and a name at the end are a signature; a
/// quotation with a single answer below it goes; forwarded mails stay, with signs or without; where all is quoted the
/// whole text is the reply.
/// </remarks>
public sealed class ReplyScoreTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("reply-trimmer", true, 34)]
    [InlineData("talon-text", false, 37)]
    [InlineData("talon-html", false, 17)]
    [InlineData("crisp", true, 46)]
    [InlineData("github-erp", true, 12)]
    [InlineData("willdurand", true, 38)]
    [InlineData("roundup-reply", true, 4)]
    [InlineData("talon-signature", true, 13)]
    public async Task Replies_are_told_from_what_they_quote(string set, bool cutSignatures, int floor)
    {
        var explainer = ReplyCase.Explainer(cutSignatures);
        var cases = CorpusFolder.Cases(set);
        var score = new Score(set, 100.0 * floor / cases.Count);
        foreach (var item in cases)
        {
            var problem = await ReplyCase.ProblemAsync(item, explainer, TestContext.Current.CancellationToken);
            score.Add(problem is null, $"{item.Id}: {problem}");
        }

        score.Check(output);
    }
}
