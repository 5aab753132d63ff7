using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Tests.Support;

namespace HelpDesk.Email.Sqlite.Tests.Contents;

public sealed class LargeContentTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(ContentStaging.MaxInline - 1)]
    [InlineData(ContentStaging.MaxInline)]
    [InlineData(ContentStaging.MaxInline + 1)]
    [InlineData(8 * Chunks.Size)]
    [InlineData((8 * Chunks.Size) + 1)]
    [InlineData(5_000_003)]
    public async Task Octets_of_any_length_come_back_as_they_went_in_from_file_or_memory(long length)
    {
        var stores = _folder.Open();
        var octets = RandomNumberGenerator.GetBytes((int)length);
        var path = Path.Combine(_folder.Folder, "mail.eml");
        await File.WriteAllBytesAsync(path, octets, StoreFolder.Token);
        using var fromFile = MailContent.FromFile(path);
        var ofFile = await stores.AppendAsync(Mails.New(_folder, "file", fromFile, "a"));
        var ofMemory = await stores.AppendAsync(Mails.New(_folder, "memory", MailContent.FromOctets(octets), "b"));

        foreach (var id in new[] { ofFile, ofMemory })
        {
            using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);
            Assert.Equal(length, content!.Length);
            Assert.Equal(fromFile.Hash, content.Hash);
            Assert.Equal(octets, await ReadAllAsync(content));
            Assert.Equal(length, (await stores.GetAsync(id)).Size);
        }

        Assert.Equal(1, Number("SELECT count(*) FROM content"));
        Assert.Equal(0, Number("SELECT count(*) FROM content_stage"));
    }

    [Fact]
    public async Task A_stream_of_large_octets_can_be_read_anywhere()
    {
        var stores = _folder.Open();
        var octets = RandomNumberGenerator.GetBytes(3_000_000);
        var id = await stores.AppendAsync(Mails.New(_folder, "1", MailContent.FromOctets(octets)));
        using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);
        using var stream = content!.OpenRead();
        var random = new Random(7);

        for (var i = 0; i < 200; i++)
        {
            var from = random.Next(octets.Length);
            var count = random.Next(1, 400_000);
            var buffer = new byte[count];
            stream.Position = from;
            var read = await stream.ReadAtLeastAsync(buffer, count, throwOnEndOfStream: false, StoreFolder.Token);
            Assert.Equal(Math.Min(count, octets.Length - from), read);
            Assert.True(octets.AsSpan(from, read).SequenceEqual(buffer.AsSpan(0, read)));
        }

        stream.Seek(-1, SeekOrigin.End);
        Assert.Equal(octets[^1], stream.ReadByte());
        Assert.Equal(-1, stream.ReadByte());
        stream.Position = octets.Length + 10;
        Assert.Equal(0, await stream.ReadAsync(new byte[1], StoreFolder.Token));
        Assert.Throws<IOException>(() => stream.Seek(-1, SeekOrigin.Begin));
    }

    [Fact]
    public async Task Others_write_while_a_large_mail_is_on_its_way_in()
    {
        var stores = _folder.Open();
        using var slow = new PausingContent(4_000_000);
        var large = stores.AppendAsync(Mails.New(_folder, "large", slow));
        await slow.HalfWay;

        var small = await stores.AppendAsync(Mails.New(_folder, "small"));

        Assert.False(large.IsCompleted);
        slow.GoOn();
        Assert.True(small < await large);
    }

    [Fact]
    public async Task What_a_dead_process_left_half_written_is_swept_when_another_one_joins()
    {
        var stores = _folder.Open();
        using var slow = new PausingContent(4_000_000);
        var large = stores.AppendAsync(Mails.New(_folder, "large", slow));
        await slow.HalfWay;
        using var crashed = _folder.Crash();
        slow.GoOn();
        await large;

        var after = crashed.Open();
        await (await after.Mail.JoinAsync("a", StoreFolder.Token)).DisposeAsync();
        Assert.Equal(1, Number("SELECT count(*) FROM content_stage", crashed));

        crashed.Clock.Advance(StageTable.Patience + TimeSpan.FromSeconds(1));
        await (await after.Mail.JoinAsync("a", StoreFolder.Token)).DisposeAsync();
        Assert.Equal(0, Number("SELECT (SELECT count(*) FROM content_stage) + (SELECT count(*) FROM content_chunk)", crashed));
    }

    [Fact]
    public async Task A_mail_that_was_swept_while_its_process_slept_can_be_brought_again()
    {
        var stores = _folder.Open();
        using var slow = new PausingContent(4_000_000);
        var large = stores.AppendAsync(Mails.New(_folder, "large", slow));
        await slow.HalfWay;
        _folder.Clock.Advance(StageTable.Patience + TimeSpan.FromSeconds(1));
        await (await _folder.Open().Mail.JoinAsync("b", StoreFolder.Token)).DisposeAsync();

        slow.GoOn();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => large);

        Assert.Equal(1, await stores.AppendAsync(Mails.New(_folder, "large", slow)));
    }

    [Fact]
    public async Task Octets_that_were_purged_come_back_with_the_next_mail_that_has_them()
    {
        var stores = _folder.Open();
        var first = await stores.AppendAsync(Mails.New(_folder, "1", "same", mailbox: "a"));
        using (var connection = _folder.Connect())
        {
            connection.Execute("UPDATE content SET octets = NULL, stage = NULL");
        }

        Assert.Null(await stores.Mail.Journal.OpenContentAsync(first, StoreFolder.Token));
        Assert.Equal(4, (await stores.GetAsync(first)).Size);

        await stores.AppendAsync(Mails.New(_folder, "2", "same", mailbox: "b"));

        using var content = await stores.Mail.Journal.OpenContentAsync(first, StoreFolder.Token);
        Assert.Equal("same"u8.ToArray(), await ReadAllAsync(content!));
    }

    [Fact]
    public async Task A_stream_over_octets_that_are_purged_meanwhile_says_so()
    {
        var stores = _folder.Open();
        var id = await stores.AppendAsync(Mails.New(_folder, "1", MailContent.FromOctets(new byte[3_000_000])));
        using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);
        using var stream = content!.OpenRead();
        stream.ReadByte();
        using (var connection = _folder.Connect())
        {
            connection.Execute("DELETE FROM content_chunk");
        }

        stream.Position = 1_000_000;

        Assert.Throws<IOException>(() => stream.ReadByte());
    }

    private static async Task<byte[]> ReadAllAsync(MailContent content)
    {
        using var stream = content.OpenRead();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, StoreFolder.Token);
        return memory.ToArray();
    }

    private long? Number(string sql, StoreFolder? folder = null)
    {
        using var connection = (folder ?? _folder).Connect();
        using var statement = connection.Prepare(sql);
        return statement.Number();
    }
}
