using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Testing.Conformance.Knowledge;

/// <summary>What is put in and taken away.</summary>
internal static class WriterRules
{
    public static IReadOnlyList<Rule<KnowledgeTrial>> All { get; } =
    [
        new(
            "An_article_that_is_saved_again_takes_the_place_of_the_old_one",
            "Nothing of what was known under the id is found any more; saving the same twice gives one article.",
            async trial =>
            {
                await trial.SaveAsync(
                    new KnowledgeArticle("1", "Submarines", "They dive.") { Folder = "Old", Url = "https://help.example.test/old" },
                    new KnowledgeArticle("1", "Balloons", "They rise."),
                    new KnowledgeArticle("1", "Balloons", "They rise.")).ConfigureAwait(false);
                await trial.ExpectAsync(new KnowledgeQuery("submarines dive"), "What is found by the words of before").ConfigureAwait(false);
                var hit = Expect.One(await trial.SearchAsync(new KnowledgeQuery("balloons")).ConfigureAwait(false), "Searching for 'balloons'");
                Expect.Same(("Balloons", null, null), (hit.Title, hit.Url, hit.Folder), "The article");
            }),
        new(
            "Ids_are_compared_octet_for_octet",
            "The host's ids are its own: a and A are two articles.",
            async trial =>
            {
                await trial.SaveAsync(new KnowledgeArticle("a", "Balloons", "They rise."), new KnowledgeArticle("A", "Balloons", "They rise.")).ConfigureAwait(false);
                Expect.Same(2, (await trial.SearchAsync(new KnowledgeQuery("balloons")).ConfigureAwait(false)).Count, "The number of articles");
            }),
        new(
            "An_article_that_is_removed_is_not_found_and_the_others_are",
            "Removing takes one article with its words; what is not there can be removed as well.",
            async trial =>
            {
                await trial.SaveAsync(new KnowledgeArticle("1", "Balloons", "They rise."), new KnowledgeArticle("2", "Balloons", "They burst.")).ConfigureAwait(false);
                await trial.RemoveAsync("1").ConfigureAwait(false);
                await trial.RemoveAsync("1").ConfigureAwait(false);
                await trial.RemoveAsync("nothing").ConfigureAwait(false);
                await trial.ExpectAsync(new KnowledgeQuery("balloons rise"), "What is found", "2").ConfigureAwait(false);
            }),
    ];
}
