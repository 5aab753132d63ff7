using System.Text;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>A mail that a test delivers.</summary>
/// <param name="Octets">Exactly what comes in.</param>
public sealed record HarnessMail(ReadOnlyMemory<byte> Octets)
{
    /// <summary>The mailbox it comes to; absent: the first of the settings.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The envelope sender; absent: not known.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The envelope recipients; absent: the mailbox's own address.</summary>
    public IReadOnlyList<string>? EnvelopeRecipients { get; init; }

    /// <summary>Makes a mail of text; line ends become CR LF.</summary>
    public static HarnessMail Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
    }
}
