using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HelpDesk.Email.AspNetCore.Pages;

/// <summary>The words of the pages in one language. <c>{0}</c> is the ticket's number, <c>{1}</c> the address of the link.</summary>
internal sealed record LinkWords
{
    public required string Language { get; init; }

    public required string ViewTitle { get; init; }

    public required string ViewText { get; init; }

    public required string ViewButton { get; init; }

    public required string LoginTitle { get; init; }

    public required string LoginText { get; init; }

    public required string LoginButton { get; init; }

    public required string RateTitle { get; init; }

    public required string RateText { get; init; }

    public required string RateLegend { get; init; }

    public required string Good { get; init; }

    public required string Ok { get; init; }

    public required string Bad { get; init; }

    public required string Comment { get; init; }

    public required string RateButton { get; init; }

    public required string RatedTitle { get; init; }

    public required string RatedText { get; init; }

    public required string UnsubscribeTitle { get; init; }

    public required string UnsubscribeText { get; init; }

    public required string UnsubscribeButton { get; init; }

    public required string UnsubscribedTitle { get; init; }

    public required string UnsubscribedText { get; init; }

    public required string RefusedTitle { get; init; }

    public required string RefusedText { get; init; }

    public required string BusyTitle { get; init; }

    public required string BusyText { get; init; }

    /// <summary>The words that the reader likes best (RFC 9110 section 12.5.4) among those there are; English for everybody else.</summary>
    public static LinkWords For(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
        {
            return LanguageWords.English;
        }

        return wanted
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant() switch
            {
                "en" => LanguageWords.English,
                "de" => LanguageWords.German,
                _ => null,
            })
            .FirstOrDefault(words => words is not null) ?? LanguageWords.English;
    }
}
