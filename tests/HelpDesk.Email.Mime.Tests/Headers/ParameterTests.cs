namespace HelpDesk.Email.Mime.Tests.Headers;

public sealed class ParameterTests
{
    private static MailPart Part(params string[] header) => Written.Read([.. header, "", "text"]).Root;

    [Theory]
    [InlineData("attachment; filename=a.pdf", "a.pdf")]
    [InlineData("attachment; filename=\"a b.pdf\"", "a b.pdf")]
    [InlineData("attachment; filename=a b.pdf", "a b.pdf")]
    [InlineData("attachment; filename=\"a \\\"b\\\".pdf\"", "a \"b\".pdf")]
    [InlineData("attachment; filename=\"C:\\temp\\new.txt\"", "C:\\temp\\new.txt")]
    [InlineData("attachment; filename=\"open.pdf", "open.pdf")]
    [InlineData("attachment; FileName=\"a.pdf\"; size=12", "a.pdf")]
    [InlineData("attachment filename=\"a.pdf\"", "a.pdf")]
    [InlineData("filename=\"a.pdf\"", "a.pdf")]
    [InlineData("; filename=\"a.pdf\"", "a.pdf")]
    [InlineData("attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf")]
    [InlineData("attachment; filename*=utf-8'de'Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf")]
    [InlineData("attachment; filename*=\"utf-8''Gr%C3%BC%C3%9Fe.pdf\"", "Grüße.pdf")]
    [InlineData("attachment; filename*=iso-8859-1''Gr%FC%DFe.pdf", "Grüße.pdf")]
    [InlineData("attachment; filename*0=\"one \"; filename*1=\"two.pdf\"", "one two.pdf")]
    [InlineData("attachment; filename*1=\"two.pdf\"; filename*0=\"one \"", "one two.pdf")]
    [InlineData("attachment; filename*0*=utf-8''Gr%C3; filename*1*=%BC%C3%9Fe; filename*2=\".pdf\"", "Grüße.pdf")]
    [InlineData("attachment; filename=\"plain.pdf\"; filename*=utf-8''rich%C3%BC.pdf", "richü.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?q?Gr=C3=BC=C3=9Fe.pdf?=\"", "Grüße.pdf")]
    [InlineData("attachment; filename==?utf-8?b?R3LDvMOfZS5wZGY=?=", "Grüße.pdf")]
    [InlineData("attachment; filename*0=\"=?utf-8?q?Gr=C3=BC\"; filename*1=\"=C3=9Fe.pdf?=\"", "Grüße.pdf")]
    [InlineData("attachment; filename=\"Gr\u00fc\u00dfe.pdf\"", "Grüße.pdf")]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment", null)]
    public void File_names_are_read_in_the_notations_they_come_in(string disposition, string? expected) =>
        Assert.Equal(expected, Part("Content-Type: application/pdf", "Content-Disposition: " + disposition).FileName);

    [Fact]
    public void The_name_of_the_type_serves_where_the_disposition_has_none() =>
        Assert.Equal("a.pdf", Part("Content-Type: application/pdf;", "\tname=\"a.pdf\"", "Content-Disposition: attachment").FileName);

    [Fact]
    public void A_file_name_holds_no_line_ends() =>
        Assert.Equal("a b.pdf", Part("Content-Type: application/pdf", "Content-Disposition: attachment; filename*=utf-8''a%0D%0Ab.pdf").FileName);

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("TEXT/HTML; CHARSET=UTF-8", "text/html")]
    [InlineData("text / html; charset=utf-8", "text/html")]
    [InlineData("text/html charset=utf-8", "text/html")]
    [InlineData("(comment) text/html", "text/plain")]
    [InlineData("text", "text/plain")]
    [InlineData(";charset=utf-8", "text/plain")]
    [InlineData("application/vnd.ms-excel;", "application/vnd.ms-excel")]
    public void Media_types_are_read_or_count_as_plain_text(string type, string expected) => Assert.Equal(expected, Part("Content-Type: " + type).MediaType.Full);

    [Theory]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("text/plain; charset=\"utf-8\"")]
    [InlineData("text/plain;charset=utf-8;")]
    [InlineData("text/plain charset=utf-8 (comment)")]
    [InlineData("text/plain; (comment) charset=utf-8")]
    [InlineData("text/plain; format; charset = utf-8")]
    public void Charsets_are_found(string type) => Assert.Equal("utf-8", Part("Content-Type: " + type).Charset);

    [Theory]
    [InlineData("inline", "inline")]
    [InlineData("INLINE; filename=x", "inline")]
    [InlineData("attachment", "attachment")]
    [InlineData("form-data; name=x", "attachment")]
    [InlineData("", null)]
    public void Dispositions_are_inline_or_attachment_or_none(string value, string? expected) =>
        Assert.Equal(expected, Part("Content-Type: text/plain", "Content-Disposition: " + value).Disposition);

    [Fact]
    public void Continuations_over_the_limit_are_left_out_and_noted()
    {
        var value = string.Concat(Enumerable.Range(0, 500).Select(i => $"; filename*{i}=x"));
        var document = Written.Read("Content-Disposition: attachment" + value, "", "text");
        Assert.InRange(document.Root.FileName!.Length, 1, 102);
        Assert.Contains(document.Defects, defect => defect.Description == "too many parameter continuations");
    }
}
