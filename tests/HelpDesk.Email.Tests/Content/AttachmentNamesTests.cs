using HelpDesk.Email.Content;

namespace HelpDesk.Email.Tests.Content;

public sealed class AttachmentNamesTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\system32\\cmd.exe", "cmd.exe")]
    [InlineData("a\0b\r\nc.txt", "abc.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("zero\u200Bwidth.txt", "zerowidth.txt")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("nul", "_nul")]
    [InlineData("name.txt. . .", "name.txt")]
    [InlineData("..htaccess", "htaccess")]
    [InlineData("a<b>:c|d?.txt", "a_b__c_d_.txt")]
    [InlineData("Rechnung ü.pdf", "Rechnung ü.pdf")]
    [InlineData("\uFF0E\uFF0E\uFF0Fx.txt", "x.txt")]
    public void A_name_is_made_safe(string name, string expected) =>
        Assert.Equal(expected, AttachmentNames.Clean(name, "application/octet-stream", 1));

    [Theory]
    [InlineData(null, "application/pdf", "attachment-3.pdf")]
    [InlineData("...", "image/png", "attachment-3.png")]
    [InlineData("\u202E", "application/x-unknown", "attachment-3.bin")]
    public void A_name_of_nothing_is_made_of_the_place_and_the_type(string? name, string type, string expected) =>
        Assert.Equal(expected, AttachmentNames.Clean(name, type, 3));

    [Fact]
    public void CVE_2019_18180_a_long_name_is_cut_and_keeps_its_extension()
    {
        var cleaned = AttachmentNames.Clean(new string('a', 5000) + ".docx", "application/octet-stream", 1);

        Assert.Equal(120, cleaned.Length);
        Assert.EndsWith(".docx", cleaned, StringComparison.Ordinal);
        Assert.True(AttachmentNames.Clean("x." + new string('y', 5000), "application/octet-stream", 1).Length <= 120);
    }

    [Fact]
    public void CVE_2026_28289_a_name_is_normalised_before_it_is_checked() =>
        Assert.Equal("shell.php", AttachmentNames.Clean("shell.\u200Bphp", "application/octet-stream", 1));

    [Fact]
    public void A_lone_surrogate_does_no_harm() =>
        Assert.Equal("a_b.txt", AttachmentNames.Clean("a\uD800b.txt", "text/plain", 1));
}
