using System.Text;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Mailboxes;

/// <summary>The mailbox of a user as it stands on the disk of the server: no protocol is between.</summary>
/// <param name="user">Whose it is.</param>
internal sealed class Maildir(MailUser user)
{
    private static int _count;

    private string Root => Path.Combine(user.Home, "Maildir");

    /// <summary>Puts a mail into the inbox.</summary>
    /// <param name="octets">Its octets.</param>
    /// <param name="received">When it came; absent: now.</param>
    public void Put(ReadOnlyMemory<byte> octets, DateTimeOffset? received = null)
    {
        var name = NextName();
        Make("new");
        Make("cur");
        var unseen = Path.Combine(Make("tmp"), name);
        File.WriteAllBytes(unseen, Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(octets.Span).ReplaceLineEndings("\n")));
        Open(unseen);
        if (received is { } time)
        {
            File.SetLastWriteTimeUtc(unseen, time.UtcDateTime);
        }

        File.Move(unseen, Path.Combine(Root, "new", name));
    }

    /// <summary>Puts many mails into the inbox, as if the server had seen them before: it has no file to move.</summary>
    public void PutOld(IEnumerable<byte[]> mails)
    {
        var folder = Make("cur");
        Make("new");
        Make("tmp");
        foreach (var octets in mails)
        {
            var path = Path.Combine(folder, $"{NextName()}:2,");
            File.WriteAllBytes(path, octets);
            Open(path);
        }
    }

    /// <summary>The mails of a folder, in the order they came.</summary>
    /// <param name="folder">Its name; absent: the inbox.</param>
    public IReadOnlyList<StoredMail> Mails(string? folder = null) =>
    [
        .. Files(folder)
            .OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)
            .Select(StoredMail.TryRead)
            .OfType<StoredMail>(),
    ];

    /// <summary>How many mails a folder has.</summary>
    /// <param name="folder">Its name; absent: the inbox.</param>
    public int Count(string? folder = null) => Files(folder).Count();

    /// <summary>Removes the mails that are meant, as another client does.</summary>
    public void Remove(Func<StoredMail, bool> isMeant)
    {
        foreach (var path in Files(null).Where(path => StoredMail.TryRead(path) is { } mail && isMeant(mail)).ToList())
        {
            File.Delete(path);
        }
    }

    /// <summary>Waits for a mail in the inbox.</summary>
    public Task<StoredMail> WaitForAsync(Func<StoredMail, bool> predicate, string what) =>
        Eventually.GetAsync(() => Task.FromResult(Mails().FirstOrDefault(predicate)), $"{what} in the mailbox of {user.Address}");

    /// <summary>Makes the server forget the UIDs: it numbers the mails anew, under another UIDVALIDITY.</summary>
    public void ForgetUids()
    {
        foreach (var file in Directory.GetFiles(Root, "dovecot*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Removes every mail.</summary>
    public void Clear()
    {
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) is "new" or "cur") : [])
        {
            Array.ForEach(Directory.GetFiles(folder), File.Delete);
        }
    }

    private static string NextName() => $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.M{Interlocked.Increment(ref _count):000000}.test";

    private IEnumerable<string> Files(string? folder)
    {
        var place = folder is null ? Root : Path.Combine(Root, "." + folder);
        return new[] { "new", "cur" }.Select(part => Path.Combine(place, part)).Where(Directory.Exists).SelectMany(Directory.GetFiles);
    }

    private string Make(string part)
    {
        var path = Path.Combine(Root, part);
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            Open(Root);
            Open(path);
        }

        return path;
    }

    // The server works under another user.
    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        }
    }
}
