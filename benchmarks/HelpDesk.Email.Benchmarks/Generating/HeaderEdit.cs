using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Gives mails of the corpus another header: who wrote them, when, and what they answer.</summary>
internal static class HeaderEdit
{
    /// <summary>The same mail with other values in fields that it has, each on one line.</summary>
    public static byte[] With(byte[] mail, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var changed = new List<byte>(mail.Length + 256);
        var rest = mail.AsSpan();
        for (var end = rest.IndexOf("\r\n"u8); end > 0; end = rest.IndexOf("\r\n"u8))
        {
            var line = rest[..(end + 2)];
            changed.AddRange(Changed(line, fields));
            rest = rest[line.Length..];
        }

        changed.AddRange(rest);
        return [.. changed];
    }

    private static ReadOnlySpan<byte> Changed(ReadOnlySpan<byte> line, ReadOnlySpan<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (line.StartsWith(Encoding.ASCII.GetBytes($"{name}:")))
            {
                return Encoding.ASCII.GetBytes($"{name}: {value}\r\n");
            }
        }

        return line;
    }
}
