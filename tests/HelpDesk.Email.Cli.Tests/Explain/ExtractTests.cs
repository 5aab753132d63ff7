using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Email.Cli.Tests.Explain;

/// <summary>Attachments as files.</summary>
public sealed class ExtractTests
{
    [Fact]
    public async Task Each_attachment_lies_below_the_number_of_its_message_under_a_safe_name()
    {
        using var folder = new TestFolder();
        var plain = folder.Mail("1.eml", "Subject: nothing attached\n\nx\n");
        var full = folder.Mail("2.eml", MailWith("../../etc/passwd", "CON.txt", null, new string('ü', 200) + ".pdf"));

        var run = await Tool.RunAsync("explain", plain, full, "--extract", folder.At("out"));

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Lines[0].List("attachments"));
        var saved = run.Lines[1].List("attachments").Select(part => part.Text("savedAs")!).ToList();
        Assert.Equal(["2/1-passwd", "2/2-_CON.txt", "2/3-attachment-3.bin"], saved[..3]);
        Assert.StartsWith("2/4-üü", saved[3], StringComparison.Ordinal);
        Assert.EndsWith("ü.pdf", saved[3], StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(Path.GetFileName(saved[3])) < 255);
        foreach (var part in run.Lines[1].List("attachments"))
        {
            var octets = await File.ReadAllBytesAsync(folder.At("out/" + part.Text("savedAs")), TestContext.Current.CancellationToken);
            Assert.Equal(part.Text("sha256"), Convert.ToHexStringLower(SHA256.HashData(octets)));
            Assert.Equal(part.GetProperty("size").GetInt64(), octets.Length);
        }

        Assert.Equal(4, Directory.GetFiles(folder.At("out"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_wrong_usage()
    {
        using var folder = new TestFolder();
        var mail = folder.Mail("1.eml", MailWith("a.txt"));

        var run = await Tool.RunAsync("explain", mail, "--extract", mail);

        Assert.Equal(2, run.Code);
        Assert.Contains("--extract", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_that_can_not_be_written_fails_the_run_and_not_the_line()
    {
        using var folder = new TestFolder();
        var mail = folder.Mail("1.eml", MailWith("a.txt"));
        folder.Write("out/1", "in the way");

        var run = await Tool.RunAsync("explain", mail, "--extract", folder.At("out"));

        Assert.Equal(1, run.Code);
        Assert.True(run.Line.GetProperty("ok").GetBoolean());
        Assert.Contains("can't be written", run.Error, StringComparison.Ordinal);
    }

    private static string MailWith(params string?[] names)
    {
        var mail = new StringBuilder("Subject: files\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n\nBody.\n");
        foreach (var (i, name) in names.Index())
        {
            var encoded = name is null ? string.Empty : $"; filename*=utf-8''{Uri.EscapeDataString(name)}";
            mail.Append(CultureInfo.InvariantCulture, $"--cut\nContent-Type: application/octet-stream\nContent-Disposition: attachment{encoded}\n\nOctets of {i}\n");
        }

        return mail.Append("--cut--\n").ToString();
    }
}
