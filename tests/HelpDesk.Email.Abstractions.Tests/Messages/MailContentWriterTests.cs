using System.Security.Cryptography;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Abstractions.Tests.Messages;

public sealed class MailContentWriterTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"spool-{Guid.NewGuid():N}");

    private static CancellationToken None => CancellationToken.None;

    private string[] Spooled => Directory.Exists(_folder) ? Directory.GetFiles(_folder) : [];

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(MailContentWriter.SpoolThreshold)]
    public async Task Content_up_to_the_threshold_stays_in_memory(int length)
    {
        var octets = Random(length);
        using var content = await WriteAsync(octets, pieces: 70_000);
        Assert.True(content.TryGetMemory(out var memory));
        Assert.True(memory.Span.SequenceEqual(octets));
        Assert.Equal(Hash(octets), content.Hash);
        Assert.Empty(Spooled);
    }

    [Theory]
    [InlineData(MailContentWriter.SpoolThreshold + 1, MailContentWriter.SpoolThreshold + 1)]
    [InlineData(MailContentWriter.SpoolThreshold + 1, 1000)]
    [InlineData(3_000_000, 81_920)]
    public async Task Content_above_it_goes_to_a_file_that_goes_with_the_content(int length, int pieces)
    {
        var octets = Random(length);
        var content = await WriteAsync(octets, pieces);
        Assert.False(content.TryGetMemory(out _));
        Assert.Single(Spooled);
        Assert.Equal((long)length, content.Length);
        Assert.Equal(Hash(octets), content.Hash);
        await using (var stream = content.OpenRead())
        {
            Assert.True(stream.CanSeek);
            Assert.Equal(Hash(octets), Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, None)));
        }

        content.Dispose();
        Assert.Empty(Spooled);
        content.Dispose();
    }

    [Fact]
    public async Task A_writer_that_is_given_up_leaves_nothing_behind()
    {
        await using (var writer = new MailContentWriter(_folder))
        {
            await writer.WriteAsync(Random(2_000_000), None);
            Assert.Single(Spooled);
        }

        Assert.Empty(Spooled);
    }

    [Fact]
    public async Task A_writer_that_is_done_leaves_its_file_to_the_content()
    {
        MailContent content;
        await using (var writer = new MailContentWriter(_folder))
        {
            await writer.WriteAsync(Random(2_000_000), None);
            content = writer.Complete();
        }

        Assert.Single(Spooled);
        content.Dispose();
        Assert.Empty(Spooled);
    }

    [Fact]
    public async Task The_length_is_known_on_the_way()
    {
        await using var writer = new MailContentWriter(_folder);
        await writer.WriteAsync(Random(10), None);
        Assert.Equal(10, writer.Length);
        await writer.WriteAsync(Random(MailContentWriter.SpoolThreshold), None);
        Assert.Equal(MailContentWriter.SpoolThreshold + 10, writer.Length);
    }

    [Fact]
    public async Task A_spool_file_can_be_removed_while_it_is_read()
    {
        var octets = Random(2_000_000);
        var content = await WriteAsync(octets, 500_000);
        await using var stream = content.OpenRead();
        content.Dispose();
        Assert.Equal(Hash(octets), Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, None)));
        Assert.Throws<FileNotFoundException>(() => content.OpenRead());
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_a_day_ago_is_removed_and_nothing_else()
    {
        Directory.CreateDirectory(_folder);
        string Left(string name, TimeSpan age)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, "octets");
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime - age);
            return path;
        }

        var old = Left($"mail-{Guid.NewGuid():N}.spool", TimeSpan.FromHours(25));
        var young = Left($"mail-{Guid.NewGuid():N}.spool", TimeSpan.FromHours(23));
        var other = Left("mail-of-somebody.spool", TimeSpan.FromDays(100));
        using var content = await WriteAsync(Random(2_000_000), 500_000);
        Assert.Equal((false, true, true), (File.Exists(old), File.Exists(young), File.Exists(other)));
    }

    private async Task<MailContent> WriteAsync(byte[] octets, int pieces)
    {
        await using var writer = new MailContentWriter(_folder);
        foreach (var piece in octets.Chunk(pieces))
        {
            await writer.WriteAsync(piece, None);
        }

        return writer.Complete();
    }

    private static byte[] Random(int length)
    {
        var octets = new byte[length];
        new Random(length).NextBytes(octets);
        return octets;
    }

    private static string Hash(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));
}
