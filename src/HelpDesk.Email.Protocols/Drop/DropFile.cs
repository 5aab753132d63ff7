using System.Globalization;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Drop;

/// <summary>What a look at a folder says about a file, and how receipts are made of that.</summary>
/// <param name="LastWrite">When it was last written, in ticks of UTC.</param>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Length">How many octets it has.</param>
internal readonly record struct DropFile(long LastWrite, string Name, long Length) : IComparable<DropFile>
{
    private const int HashDigits = 16;

    /// <summary>When it was last written, in UTC.</summary>
    public DateTime LastWriteTime => new(LastWrite, DateTimeKind.Utc);

    /// <summary>The facts of a file.</summary>
    public static DropFile Of(FileInfo file) => new(file.LastWriteTimeUtc.Ticks, file.Name, file.Length);

    /// <summary>By time, then by name.</summary>
    public int CompareTo(DropFile other)
    {
        var byTime = LastWrite.CompareTo(other.LastWrite);
        return byTime != 0 ? byTime : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary>The receipt of the mail in it: name, length, time and hash, so that a name that is used again is another mail.</summary>
    public MailReceipt ReceiptFor(string contentHash) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Name}:{Length}:{LastWrite}:{contentHash[..HashDigits]}"));

    /// <summary>The file that a receipt of ours names; <see langword="false"/> for one that is not ours.</summary>
    public static bool TryRead(MailReceipt receipt, out DropFile file)
    {
        file = default;
        var parts = receipt.Key.Split(':');
        if (parts.Length < 4
            || !long.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var lastWrite)
            || !long.TryParse(parts[^3], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return false;
        }

        // A receipt is data: it names a file of the folder and never a path out of it (CVE-2018-16587).
        var name = string.Join(':', parts[..^3]);
        file = new DropFile(lastWrite, name, length);
        return name.Length > 0 && name == Path.GetFileName(name) && name is not ("." or "..");
    }
}
