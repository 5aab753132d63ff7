using System.Globalization;

namespace HelpDesk.Email.Testing.Tests.Broken.Knowledge;

/// <summary>Every broken knowledge base.</summary>
internal static class KnowledgeDefects
{
    public static IReadOnlyList<KnowledgeDefect> All { get; } =
    [
        new("forgets addresses", "An_article_is_found_by_any_of_its_words_and_given_as_it_was_saved") { Saved = article => article with { Url = null } },
        new("wants the words as they are written", "Words_are_compared_without_case_and_accents")
        {
            Found = (query, found) => query.Text.Any(char.IsUpper) ? [] : found,
        },
        new("finds everything", "What_has_no_word_of_the_query_is_not_found") { Query = query => query with { Text = query.Text + " soup" } },
        new("gives the best last", "The_title_weighs_more_than_the_text", "More_and_rarer_words_come_first", "No_more_are_given_than_are_wanted_and_those_are_the_best")
        {
            Found = (_, found) => found.Reverse(),
        },
        new("gives whole articles as excerpts", "An_excerpt_is_one_short_line_of_the_text")
        {
            Found = (_, found) => found.Select(hit => hit with { Excerpt = new string('x', 1000) }),
        },
        new("chokes on quotation marks", "Signs_of_a_query_language_are_never_obeyed")
        {
            Query = query => query.Text.Contains('"', StringComparison.Ordinal) ? throw new FormatException("unterminated string") : query,
        },
        new("gives up on long texts", "A_query_may_be_long") { Query = query => query.Text.Length > 100_000 ? query with { Text = string.Empty } : query },
        new("gives as many as it finds", "No_more_are_given_than_are_wanted_and_those_are_the_best") { Query = query => query with { MaxResults = 100 } },
        new("searches every folder", "Only_the_folders_that_are_named_are_searched_with_all_that_lie_in_them") { Query = query => query with { Folders = [] } },
        new("minds no culture", "A_culture_finds_its_own_articles_those_of_its_parents_and_those_for_all") { Query = query => query with { Culture = null } },
        new("minds the culture alone and not its parents", "A_culture_finds_its_own_articles_those_of_its_parents_and_those_for_all")
        {
            Query = query => query.Culture is { IsNeutralCulture: false } ? query with { Culture = CultureInfo.GetCultureInfo("fr") } : query,
        },
        new("keeps what was before", "An_article_that_is_saved_again_takes_the_place_of_the_old_one") { Saved = article => article with { Id = article.Id + article.Title } },
        new("minds no case of ids", "Ids_are_compared_octet_for_octet") { Saved = article => article with { Id = article.Id.ToLowerInvariant() } },
        new("removes nothing", "An_article_that_is_removed_is_not_found_and_the_others_are") { Removed = _ => "something else" },
    ];
}
