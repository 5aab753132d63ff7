using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime;

/// <summary>Says which charsets the reader and the writer know, by the names that mail uses. Safe on any thread.</summary>
public static class MailCharsets
{
    /// <summary>Whether text can be read in a charset.</summary>
    /// <param name="name">Its IANA name, or one of the others in use; compared without case.</param>
    public static bool CanRead(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Charsets.Find(name) is not null;
    }

    /// <summary>Whether text can be written in a charset: only in those that contain ASCII, which those can read who know nothing of them.</summary>
    /// <param name="name">Its IANA name, or one of the others in use; compared without case.</param>
    public static bool CanWrite(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Charsets.FindWritable(name) is { } found && found.GetByteCount("\r\n") == 2;
    }
}
