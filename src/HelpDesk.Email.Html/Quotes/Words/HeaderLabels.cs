namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>The labels of a header block above a quotation.</summary>
[Flags]
internal enum HeaderLabels : byte
{
    None = 0,
    From = 1,
    Date = 2,
    To = 4,
    Cc = 8,
    Subject = 16,
}
