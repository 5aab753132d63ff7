namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>Lists of words on one line, as they stand in response codes.</summary>
internal static class ImapListText
{
    /// <summary>The words of <c>(a b c)</c> or <c>a b c</c>.</summary>
    public static string[] Words(string text) => text.Trim().Trim('(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
