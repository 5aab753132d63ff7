using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>How header values are read for the rules.</summary>
internal static class HeaderText
{
    /// <summary>The values of a field, trimmed.</summary>
    public static IEnumerable<string> Values(InboundMail mail, string name) => mail.HeaderValues(name).Select(value => value.Trim());

    /// <summary>The word a value begins with, in lower case: it ends before a <c>;</c>, a <c>(</c> or white space.</summary>
    public static string Keyword(string value)
    {
        var end = value.AsSpan().IndexOfAny(" \t;(,");
        return (end < 0 ? value : value[..end]).ToLowerInvariant();
    }

    /// <summary>Evidence in the form <c>Name: value</c>, the value cut at 80 characters.</summary>
    public static string Fact(string name, string value) => value.Length == 0 ? name : $"{name}: {(value.Length > 80 ? value[..80] : value)}";
}
