namespace HelpDesk.Email.Explaining;

/// <summary>What octets are taken for when they are explained.</summary>
public enum MailForm
{
    /// <summary>A whole message with its header (RFC 5322).</summary>
    Message,

    /// <summary>The plain text of a body alone: UTF-8, or by its byte order mark, or else Windows-1252.</summary>
    PlainText,

    /// <summary>The HTML of a body alone, decoded like plain text.</summary>
    Html,
}
