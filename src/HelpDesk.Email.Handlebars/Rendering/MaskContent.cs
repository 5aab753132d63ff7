using System.Net;
using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>What a mask is to write, told from how it is written.</summary>
/// <param name="Text">A text, or <see langword="null"/>.</param>
/// <param name="SafeHtml">The engine's own HTML for it, or <see langword="null"/>.</param>
/// <param name="Url">The address behind it, or <see langword="null"/>.</param>
/// <param name="Items">The items of a list.</param>
/// <param name="IsInline">Whether the items stand in one line.</param>
internal sealed record MaskContent(string? Text = null, string? SafeHtml = null, string? Url = null, IReadOnlyList<MaskItem>? Items = null, bool IsInline = false)
{
    private const int ShortLength = 100;

    public static MaskContent Of(
        object? value, IReadOnlyDictionary<string, object?> model, TemplateMask? mask, string name, string? argument, IFormatProvider culture)
    {
        var words = MaskWords.In(culture);
        switch (value)
        {
            case null:
                return new MaskContent();
            case IReadOnlyList<object?> list:
                var count = mask?.Name switch
                {
                    "Most_recent_message" => 1,
                    "Recent_messages" or "*Recent_messages" => MaskNames.CountOf(name),
                    _ => list.Count,
                };
                MaskItem[] items = [.. list.Take(count).Select(item => MaskItem.Of(item, culture)).Where(item => (item.Head ?? item.Text) is not null)];
                return new MaskContent(Items: items, IsInline: mask?.Paths is ["recipients" or "subscribers" or "nonTechSubscribers"]);
            case IReadOnlyDictionary<string, object?> rating when mask?.Name == "RatingLinks":
                return Rating(rating, argument, words, culture);
            case IReadOnlyDictionary<string, object?>:
                return new MaskContent(Items: [MaskItem.Of(value, culture)], IsInline: true);
        }

        var text = ModelValues.Text(value, culture);
        var isShort = mask?.Name == "What_Happened_Short";
        return mask?.Name switch
        {
            "Body" => new MaskContent(text, ReferenceEquals(value, ModelValues.At(model, "body")) ? ModelValues.At(model, "bodyHtml") as string : null),
            "Unsubscribe" => Link(text, words.Unsubscribe),
            "ViewThisTicketOnline" => Link(text, ModelValues.At(model, "links.viewText") as string ?? words.View),
            "BrowseTheKnowledgeBase" => Link(text, ModelValues.At(model, "links.browseText") as string ?? words.Browse),
            "URL" or "LINK" or "PORTALURL" or "SITEURL" or "THREADURL" or "SurveyUrl" => Link(text, text),
            _ => new MaskContent(isShort && text is { Length: > ShortLength } ? Cut(text) : text),
        };
    }

    private static MaskContent Link(string? value, string? text) =>
        TemplateFunctions.WebAddress(value) is { } url ? new MaskContent(text, Url: url) : new MaskContent(value);

    private static MaskContent Rating(IReadOnlyDictionary<string, object?> rating, string? argument, MaskWords words, IFormatProvider culture)
    {
        var prompt = argument is { Length: > 0 } ? WebUtility.HtmlDecode(argument) : ModelValues.Text(rating, "prompt", culture) ?? words.Prompt;
        MaskItem[] links =
        [
            .. new[] { ("good", words.Good), ("ok", words.Ok), ("bad", words.Bad) }
                .Select(link => new MaskItem(link.Item2, Url: TemplateFunctions.WebAddress(ModelValues.Text(rating, link.Item1, culture))))
                .Where(link => link.Url is not null),
        ];
        return links.Length == 0 ? new MaskContent() : new MaskContent(prompt, Items: links);
    }

    // Not in the middle of a character.
    private static string Cut(string text) => char.IsHighSurrogate(text[ShortLength - 1]) ? text[..(ShortLength - 1)] : text[..ShortLength];
}
