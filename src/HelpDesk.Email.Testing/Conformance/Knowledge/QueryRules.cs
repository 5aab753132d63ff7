using System.Globalization;
using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Testing.Conformance.Knowledge;

/// <summary>What a query says besides its words.</summary>
internal static class QueryRules
{
    private static readonly string[] Hostile =
    [
        "needle\"", "\"needle", "needle*", "needle AND", "NOT needle", "needle OR", "(needle", "needle)", "NEAR(needle", "needle NEAR/2", "title:needle", "-needle", "+needle", "^needle",
        "{needle}", "[needle]", "needle'", "'; DROP TABLE ticket; -- needle", "needle%", "needle\\", "needle\0", "needle & !", "needle:*", "needle <-> ", "needle\uD800", "\u202Eneedle\u202C",
    ];

    public static IReadOnlyList<Rule<KnowledgeTrial>> All { get; } =
    [
        new(
            "Signs_of_a_query_language_are_never_obeyed",
            "The text comes from mails of anybody: quote every word for your search engine, or take words alone. Nothing is thrown, and the word is found.",
            async trial =>
            {
                await trial.SaveAsync(new KnowledgeArticle("1", "Haystack", "Here is the needle.")).ConfigureAwait(false);
                foreach (var text in Hostile)
                {
                    Expect.One(await trial.SearchAsync(new KnowledgeQuery(text)).ConfigureAwait(false), $"Searching for '{text}'");
                }
            }),
        new(
            "A_query_may_be_long",
            "Cut it where it gets long: a mail of a million characters is searched for by its first words.",
            async trial =>
            {
                await trial.FillAsync().ConfigureAwait(false);
                await trial.SaveAsync(new KnowledgeArticle("1", "Haystack", "Here is the needle.")).ConfigureAwait(false);
                var text = "needle " + string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"straw{i} ")));
                var found = await trial.SearchAsync(new KnowledgeQuery(text)).ConfigureAwait(false);
                Expect.SameList(["1"], found.Select(hit => hit.Id), "What is found for a long text");
            }),
        new(
            "No_more_are_given_than_are_wanted_and_those_are_the_best",
            "MaxResults bounds the answer after the articles were put in order; 0 gives none.",
            async trial =>
            {
                await trial.FillAsync().ConfigureAwait(false);
                await trial.SaveAsync(new KnowledgeArticle("best", "Soup", "Soup, soup and nothing but soup.")).ConfigureAwait(false);
                var found = await trial.SearchAsync(new KnowledgeQuery("soup") { MaxResults = 3 }).ConfigureAwait(false);
                Expect.Same(3, found.Count, "The number of articles");
                Expect.Same("best", found[0].Id, "The first article");
                await trial.ExpectAsync(new KnowledgeQuery("soup") { MaxResults = 0 }, "What is found where none is wanted").ConfigureAwait(false);
            }),
        new(
            "Only_the_folders_that_are_named_are_searched_with_all_that_lie_in_them",
            "A folder means itself and what lies below it, without case; its name at the beginning of another name is not it.",
            async trial =>
            {
                await trial.SaveAsync(
                    new KnowledgeArticle("in", "Soup", "Soup.") { Folder = "Public" },
                    new KnowledgeArticle("below", "Soup", "Soup.") { Folder = "Public/Canteen/Today" },
                    new KnowledgeArticle("beside", "Soup", "Soup.") { Folder = "Publications" },
                    new KnowledgeArticle("other", "Soup", "Soup.") { Folder = "Internal/Public" },
                    new KnowledgeArticle("nowhere", "Soup", "Soup.")).ConfigureAwait(false);
                await ExpectSetAsync(trial, [], "below", "beside", "in", "nowhere", "other").ConfigureAwait(false);
                await ExpectSetAsync(trial, ["Public"], "below", "in").ConfigureAwait(false);
                await ExpectSetAsync(trial, ["PUBLIC/canteen", "Internal"], "below", "other").ConfigureAwait(false);
                await ExpectSetAsync(trial, ["Publ%", "P_blic"]).ConfigureAwait(false);
            }),
        new(
            "A_culture_finds_its_own_articles_those_of_its_parents_and_those_for_all",
            "For de-AT give what is written in de-AT, in de, and without a culture; without a culture in the query give all.",
            async trial =>
            {
                await trial.SaveAsync(
                    new KnowledgeArticle("all", "Taxi", "Taxi."),
                    new KnowledgeArticle("de", "Taxi", "Taxi.") { Culture = "de" },
                    new KnowledgeArticle("de-at", "Taxi", "Taxi.") { Culture = "de-AT" },
                    new KnowledgeArticle("en", "Taxi", "Taxi.") { Culture = "en" }).ConfigureAwait(false);
                foreach (var (culture, expected) in new (string?, string[])[] { (null, ["all", "de", "de-at", "en"]), ("de-AT", ["all", "de", "de-at"]), ("de", ["all", "de"]), ("en-GB", ["all", "en"]), ("fr", ["all"]) })
                {
                    var query = new KnowledgeQuery("taxi") { Culture = culture is null ? null : CultureInfo.GetCultureInfo(culture), MaxResults = 10 };
                    var found = await trial.SearchAsync(query).ConfigureAwait(false);
                    Expect.SameList(expected, found.Select(hit => hit.Id).Order(StringComparer.Ordinal), $"What is found for the culture '{culture}'");
                }
            }),
    ];

    private static async Task ExpectSetAsync(KnowledgeTrial trial, string[] folders, params string[] ids)
    {
        var found = await trial.SearchAsync(new KnowledgeQuery("soup") { Folders = folders, MaxResults = 10 }).ConfigureAwait(false);
        Expect.SameList(ids, found.Select(hit => hit.Id).Order(StringComparer.Ordinal), $"What is found in [{string.Join(", ", folders)}]");
    }
}
