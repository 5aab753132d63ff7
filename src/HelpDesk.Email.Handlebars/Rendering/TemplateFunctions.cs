using HandlebarsDotNet;
using HelpDesk.Email.Handlebars.Syntax;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>What templates can call beside <c>if</c>, <c>unless</c>, <c>each</c> and <c>with</c>.</summary>
internal static class TemplateFunctions
{
    private static readonly string[] ReplyPrefixes = ["Re:", "Re[", "AW:", "Antw:", "SV:", "VS:", "RV:", "TR:", "R:", "Odp:"];

    public static void Register(HandlebarsConfiguration configuration, bool forHtml)
    {
        configuration.Helpers[FunctionNames.Lines] = new LinesFunction(FunctionNames.Lines, forHtml);
        configuration.Helpers[FunctionNames.Link] = new TextFunction(FunctionNames.Link, value => WebAddress(value as string));
        configuration.Helpers[FunctionNames.Reply] = new TextFunction(FunctionNames.Reply, value => ReplySubject(value as string));
        configuration.Helpers[FunctionNames.Person] = new TextFunction(FunctionNames.Person, Person);
        configuration.Helpers[FunctionNames.First] = new FirstFunction(FunctionNames.First);
        configuration.Helpers[FunctionNames.Placed] = new PlacedFunction(FunctionNames.Placed);
        foreach (var mask in new[] { FunctionNames.MaskText, FunctionNames.MaskHtml, FunctionNames.MaskWords, FunctionNames.MaskLink })
        {
            configuration.Helpers[mask] = new MaskFunction(mask);
        }

        if (forHtml)
        {
            configuration.Helpers[FunctionNames.SafeHtml] = new SafeHtmlFunction();
        }
    }

    // Everything but http and https is no link in a mail of ours: javascript:, data:, file: and relative ones least of all.
    public static string? WebAddress(string? value) =>
        Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;

    private static string? ReplySubject(string? subject) =>
        subject is null || Array.Exists(ReplyPrefixes, prefix => subject.AsSpan().TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            ? subject
            : $"Re: {subject}";

    private static string? Person(object? value)
    {
        var person = value as IReadOnlyDictionary<string, object?>;
        return person is null ? null
            : person.TryGetValue("name", out var name) && name is string { Length: > 0 } named ? named
            : person.TryGetValue("address", out var address) ? address as string : null;
    }
}
