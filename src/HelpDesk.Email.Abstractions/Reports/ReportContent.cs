namespace HelpDesk.Email.Reports;

/// <summary>What a report says.</summary>
/// <param name="Title">Its title: the subject of the mail.</param>
/// <param name="Text">Plain text.</param>
public sealed record ReportContent(string Title, string Text)
{
    /// <summary>The same as HTML, or <see langword="null"/>. It is made safe before it is mailed.</summary>
    public string? Html { get; init; }
}
