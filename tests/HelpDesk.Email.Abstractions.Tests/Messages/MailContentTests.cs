using System.Security.Cryptography;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Abstractions.Tests.Messages;

public sealed class MailContentTests
{
    private static readonly byte[] Octets = "From: a@b\r\n\r\nHello\r\n"u8.ToArray();

    [Fact]
    public void Octets_in_memory_are_given_as_they_are_and_opened_any_number_of_times()
    {
        using var content = MailContent.FromOctets(Octets);
        Assert.True(content.TryGetMemory(out var memory));
        Assert.Equal(Octets, memory.ToArray());
        Assert.Equal(Octets.Length, content.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Octets)), content.Hash);
        using var one = content.OpenRead();
        using var other = content.OpenRead();
        one.Seek(6, SeekOrigin.Begin);
        Assert.Equal(Octets, ReadAll(other));
        Assert.Equal(Octets[6..], ReadAll(one));
    }

    [Fact]
    public void A_stretch_of_an_array_is_only_that_stretch()
    {
        using var content = MailContent.FromOctets(Octets.AsMemory(6, 3));
        using var stream = content.OpenRead();
        Assert.Equal(3, content.Length);
        Assert.Equal("a@b"u8.ToArray(), ReadAll(stream));
        Assert.False(stream.CanWrite);
    }

    [Fact]
    public async Task A_file_stays_where_it_is()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.eml");
        await File.WriteAllBytesAsync(path, Octets, TestContext.Current.CancellationToken);
        try
        {
            var content = MailContent.FromFile(path);
            Assert.False(content.TryGetMemory(out _));
            Assert.Equal(Octets.Length, content.Length);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Octets)), content.Hash);
            using (var stream = content.OpenRead())
            {
                Assert.True(stream.CanSeek);
                Assert.Equal(Octets, ReadAll(stream));
            }

            content.Dispose();
            Assert.True(File.Exists(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_at_once() =>
        Assert.Throws<FileNotFoundException>(() => MailContent.FromFile(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))));

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
