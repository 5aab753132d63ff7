using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>Which of the mails in a mailbox were read or passed over: eight octets each, so that tens of thousands fit into a cursor.</summary>
internal sealed class SeenMails
{
    private const string Version = "pop1";

    // 90,000 of them make 960 kB; what is beyond is fetched again, and known by its receipt.
    private const int Most = 90_000;

    private readonly HashSet<ulong> _keys;

    public SeenMails()
        : this([])
    {
    }

    private SeenMails(HashSet<ulong> keys) => _keys = keys;

    /// <summary>Whether mails have to be compared with those that are known: the names of the server are others than they were.</summary>
    public bool IsComparing { get; init; }

    /// <summary>How many there are.</summary>
    public int Count => _keys.Count;

    /// <summary>What stands for a mail with a name.</summary>
    public static ulong KeyOf(string name, long? octets) => Hash($"n\n{name}\n{octets}");

    /// <summary>What stands for a mail without one.</summary>
    public static ulong KeyOf(string contentHash) => Hash($"c\n{contentHash}");

    /// <summary>Whether a mail was seen.</summary>
    public bool Contains(ulong key) => _keys.Contains(key);

    /// <summary>A mail was seen.</summary>
    public void Add(ulong key) => _keys.Add(key);

    /// <summary>The same, with nothing to compare any more.</summary>
    public SeenMails Compared() => new(_keys);

    /// <summary>As it is stored.</summary>
    public MailboxCursor ToCursor(string tag)
    {
        var octets = new byte[8 * Math.Min(_keys.Count, Most)];
        var at = 0;
        foreach (var key in _keys.Take(Most))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(octets.AsSpan(at), key);
            at += 8;
        }

        return new($"{Version}:{tag}:{(IsComparing ? "compare" : string.Empty)}:{Convert.ToBase64String(octets)}");
    }

    /// <summary>Reads a cursor.</summary>
    /// <returns>What was seen; <see langword="null"/> for the cursor of another account or another kind of source.</returns>
    public static SeenMails? Read(MailboxCursor? cursor, string tag)
    {
        var words = cursor?.Value?.Split(':') ?? [];
        if (words is not [Version, var account, var comparing, var keys] || account != tag)
        {
            return null;
        }

        var octets = new byte[keys.Length];
        if (!Convert.TryFromBase64String(keys, octets, out var length) || length % 8 != 0)
        {
            return null;
        }

        var seen = new SeenMails { IsComparing = comparing.Length > 0 };
        for (var at = 0; at < length; at += 8)
        {
            seen.Add(BinaryPrimitives.ReadUInt64LittleEndian(octets.AsSpan(at)));
        }

        return seen;
    }

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
