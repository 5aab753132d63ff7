using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Tests.Contents;

public sealed class OctetsFolderTests : IDisposable
{
    private readonly StoreSchema _schema = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-octets-");

    public void Dispose()
    {
        _schema.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Octets_are_files_of_the_shared_folder_and_go_with_the_last_row_that_has_them()
    {
        var stores = _schema.Open(_schema.Options with { OctetsFolder = _folder.FullName });
        var id = await stores.AppendAsync(Mails.New("r1", "the same octets"));
        await stores.AppendAsync(Mails.New("r2", "the same octets", mailbox: "other"));

        var file = Assert.Single(Files());
        Assert.Equal("the same octets", await File.ReadAllTextAsync(file, StoreSchema.Token));
        await using (var stream = (await stores.Mail.Journal.OpenContentAsync(id, StoreSchema.Token))!.OpenRead())
        {
            Assert.Equal("the same octets", await new StreamReader(stream).ReadToEndAsync(StoreSchema.Token));
        }

        foreach (var claim in await stores.ClaimAsync())
        {
            await stores.Mail.Queue.CommitAsync(claim, new FinishCommit(JournalOutcome.Ignored, "done"), StoreSchema.Token);
        }

        var purged = await stores.Mail.Retention.PurgeContentAsync(new ContentLimits { ReceivedBefore = _schema.Clock.GetUtcNow().AddDays(1) }, 10, StoreSchema.Token);

        Assert.Equal(1, purged.Count);
        Assert.Empty(Files());
        Assert.Null(await stores.Mail.Journal.OpenContentAsync(id, StoreSchema.Token));
    }

    [Fact]
    public async Task A_file_whose_row_was_never_written_is_swept_away()
    {
        var stores = _schema.Open(_schema.Options with { OctetsFolder = _folder.FullName });
        var broken = new BrokenContent();

        await Assert.ThrowsAsync<InvalidDataException>(() => stores.AppendAsync(Mails.New("r1", broken)));

        Assert.Empty(Files());
        Assert.Equal(0, _schema.Scalar<long>("SELECT count(*) FROM content_stage"));
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories);

    private sealed class BrokenContent : MailContent
    {
        public BrokenContent() => SetHash(new string('0', 64));

        public override long Length => 3;

        public override Stream OpenRead() => new MemoryStream([1, 2, 3]);
    }
}
