using System.Text;

namespace HelpDesk.Email.QuickStart.Tests.Load;

/// <summary>The header of a mail in the outbox folder, read by hand.</summary>
internal sealed class OutgoingMail
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private OutgoingMail()
    {
    }

    public static OutgoingMail Read(string path)
    {
        var mail = new OutgoingMail();
        var header = Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split("\r\n\r\n", 2)[0];
        foreach (var line in header.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0 && mail._fields.TryAdd(line[..colon], line[(colon + 1)..].Trim()), $"{path}: the line '{line}' is no header field, or a second one of its name.");
        }

        return mail;
    }

    public string Header(string name) => _fields.TryGetValue(name, out var value) ? value : string.Empty;
}
