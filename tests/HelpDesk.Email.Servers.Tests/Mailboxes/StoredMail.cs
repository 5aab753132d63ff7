using System.Text;

namespace HelpDesk.Email.Servers.Tests.Mailboxes;

/// <summary>A mail on the disk of the server.</summary>
/// <param name="Flags">The letters of its flags, for instance <c>S</c> for one that was read.</param>
/// <param name="Octets">Its octets, with LF at the line ends, as the server keeps them.</param>
internal sealed record StoredMail(string Flags, byte[] Octets)
{
    public string Text => Encoding.UTF8.GetString(Octets);

    public bool IsRead => Flags.Contains('S', StringComparison.Ordinal);

    /// <summary>The value of a header field, unfolded; <see langword="null"/> when there is none.</summary>
    public string? Header(string name)
    {
        var header = Text[..Math.Max(0, Text.IndexOf("\n\n", StringComparison.Ordinal))].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);
        return header.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
    }

    /// <summary>Reads one; <see langword="null"/> when the server has just moved it.</summary>
    public static StoredMail? TryRead(string path)
    {
        try
        {
            var flags = path.LastIndexOf(":2,", StringComparison.Ordinal);
            return new StoredMail(flags < 0 ? string.Empty : path[(flags + 3)..], File.ReadAllBytes(path));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
