using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Tests.Support;

namespace HelpDesk.Email.Sqlite.Tests.Contents;

/// <summary>Counts what the whole process allocates, so it runs while nothing else does.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mail_of_100_MB_never_stands_in_memory()
    {
        const int Length = 100 << 20;
        var stores = _folder.Open();
        var path = Path.Combine(_folder.Folder, "mail.eml");
        await WriteAsync(path, Length);
        using var mail = MailContent.FromFile(path);
        _ = mail.Hash;

        var before = GC.GetTotalAllocatedBytes();
        var id = await stores.AppendAsync(Mails.New(_folder, "1", mail));
        using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);
        using var stream = content!.OpenRead();
        var hash = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, StoreFolder.Token));
        var allocated = GC.GetTotalAllocatedBytes() - before;

        Assert.Equal(mail.Hash, hash);
        Assert.InRange(allocated, 0, 16 << 20);
    }

    private static async Task WriteAsync(string path, int length)
    {
        var piece = new byte[1 << 20];
        var random = new Random(5);
        await using var file = File.Create(path);
        for (var written = 0; written < length; written += piece.Length)
        {
            random.NextBytes(piece);
            await file.WriteAsync(piece, StoreFolder.Token);
        }
    }
}
