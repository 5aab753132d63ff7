namespace HelpDesk.Email.QuickStart.Tests.Python;

/// <summary>A mail as Python's email package reads it.</summary>
internal sealed record MailAsPythonReadsIt(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Headers,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    IReadOnlyList<string> ReplyTo,
    string Subject,
    string? Text,
    string? Html,
    IReadOnlyList<string> Defects)
{
    /// <summary>The one value of a header field that a mail may have once.</summary>
    public string Header(string name) => Headers.TryGetValue(name.ToLowerInvariant(), out var values) ? Assert.Single(values) : string.Empty;
}
