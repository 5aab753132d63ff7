using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Testing.Conformance.Knowledge;

/// <summary>What is found, and in which order.</summary>
internal static class FindRules
{
    private const int MaxExcerpt = 300;

    public static IReadOnlyList<Rule<KnowledgeTrial>> All { get; } =
    [
        new(
            "An_article_is_found_by_any_of_its_words_and_given_as_it_was_saved",
            "A query is a heap of words: an article that has one of them fits. Give its id, title, address and folder back as they were saved.",
            async trial =>
            {
                await trial.FillAsync().ConfigureAwait(false);
                await trial.SaveAsync(new KnowledgeArticle("a/1", "Paper jams", "Open the lid.") { Url = "https://help.example.test/1?a=b&c", Folder = "Printers/Laser" }).ConfigureAwait(false);
                foreach (var text in new[] { "jams", "my printer has a lid that will not close" })
                {
                    var hit = Expect.One(await trial.SearchAsync(new KnowledgeQuery(text)).ConfigureAwait(false), $"Searching for '{text}'");
                    Expect.Same(("a/1", "Paper jams", "https://help.example.test/1?a=b&c", "Printers/Laser"), (hit.Id, hit.Title, hit.Url, hit.Folder), "The article found");
                }
            }),
        new(
            "Words_are_compared_without_case_and_accents",
            "People write as they like: fold case and accents of the articles and of the query alike.",
            async trial =>
            {
                await trial.SaveAsync(new KnowledgeArticle("1", "Café ÜBERSICHT", "Prix fixé.")).ConfigureAwait(false);
                foreach (var text in new[] { "cafe", "CAFÉ", "übersicht", "Ubersicht", "fixe" })
                {
                    Expect.One(await trial.SearchAsync(new KnowledgeQuery(text)).ConfigureAwait(false), $"Searching for '{text}'");
                }
            }),
        new(
            "What_has_no_word_of_the_query_is_not_found",
            "An article without any of the words does not fit, and a query without words finds nothing.",
            async trial =>
            {
                await trial.FillAsync().ConfigureAwait(false);
                foreach (var text in new[] { "submarine", string.Empty, "   ", "?!", "\"\"" })
                {
                    await trial.ExpectAsync(new KnowledgeQuery(text), $"What is found for '{text}'").ConfigureAwait(false);
                }
            }),
        new(
            "The_title_weighs_more_than_the_text",
            "An article that is called what is asked for comes before one that merely mentions it.",
            async trial =>
            {
                await trial.FillAsync().ConfigureAwait(false);
                await trial.SaveAsync(
                    new KnowledgeArticle("mentions", "Rooms of the house", "There is a projector in each of the rooms on the first floor."),
                    new KnowledgeArticle("is-called", "Projector", "Press the green button, and wait for a minute until it is warm enough.")).ConfigureAwait(false);
                await trial.ExpectAsync(new KnowledgeQuery("projector"), "The order of the articles", "is-called", "mentions").ConfigureAwait(false);
            }),
        new(
            "More_and_rarer_words_come_first",
            "Rank by how much of the query an article has, and let a word count less that many articles have.",
            async trial =>
            {
                await trial.FillAsync().ConfigureAwait(false);
                await trial.SaveAsync(
                    new KnowledgeArticle("common", "Opening hours", "The canteen has soup and the fish of the day."),
                    new KnowledgeArticle("rare", "Opening hours", "The cellar has a generator beside the oil tank."),
                    new KnowledgeArticle("both", "Opening hours", "The generator and the turbine have one oil tank.")).ConfigureAwait(false);
                var found = await trial.SearchAsync(new KnowledgeQuery("soup turbine generator")).ConfigureAwait(false);
                Expect.SameList(["both", "rare"], found.Take(2).Select(hit => hit.Id), "The first two articles");
            }),
        new(
            "An_excerpt_is_one_short_line_of_the_text",
            "Give a piece of the plain text without line breaks, at most 300 characters long.",
            async trial =>
            {
                var text = string.Concat(Enumerable.Repeat("Some words\r\nbefore and after it. ", 100)) + "Here is the needle.\n" + string.Concat(Enumerable.Repeat("And\tmore of it. ", 100));
                await trial.SaveAsync(new KnowledgeArticle("1", "Haystack", text)).ConfigureAwait(false);
                var hit = Expect.One(await trial.SearchAsync(new KnowledgeQuery("needle")).ConfigureAwait(false), "Searching for 'needle'");
                Expect.That(hit.Excerpt.Length is > 0 and <= MaxExcerpt, $"an excerpt of {hit.Excerpt.Length} characters, expected are 1 to {MaxExcerpt}.");
                Expect.That(!hit.Excerpt.AsSpan().ContainsAny("\r\n\t"), $"an excerpt of several lines: '{hit.Excerpt}'.");
                Expect.That(hit.Excerpt.Contains("words", StringComparison.Ordinal) || hit.Excerpt.Contains("needle", StringComparison.Ordinal), $"an excerpt that is no piece of the text: '{hit.Excerpt}'.");
            }),
    ];
}
