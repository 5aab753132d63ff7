using HelpDesk.Email.Records;

namespace HelpDesk.Email.Tests.Records;

public sealed class RecordRequestTests
{
    [Theory]
    [InlineData("[announcement - new]", "announcement", null, RecordOperation.Create, "")]
    [InlineData("[Announcement - New] Lift is out", "announcement", null, RecordOperation.Create, "Lift is out")]
    [InlineData(" [announcement - 17] Lift runs ", "announcement", "17", RecordOperation.Update, "Lift runs")]
    [InlineData("[announcement \u2013 17 \u2013 DELETE]", "announcement", "17", RecordOperation.Delete, "")]
    [InlineData("[ticket - #17] Printer", "ticket", "17", RecordOperation.Update, "Printer")]
    [InlineData("\uFF3Bticket \uFF0D 17\uFF3D \u30D7\u30EA\u30F3\u30BF", "ticket", "17", RecordOperation.Update, "\u30D7\u30EA\u30F3\u30BF")]
    [InlineData("[ticket - INC-0042 - delete]", "ticket", "INC-0042", RecordOperation.Delete, "")]
    [InlineData("[requester - ann+x@example.test]", "requester", "ann+x@example.test", RecordOperation.Update, "")]
    public void A_keyword_names_a_record_and_what_to_do(string subject, string module, string? id, RecordOperation operation, string rest)
    {
        Assert.Equal(new RecordRequest(module, id, operation, rest), RecordRequest.Read(subject));
    }

    [Theory]
    [InlineData("Re: [announcement - 17]")]
    [InlineData("announcement - 17")]
    [InlineData("[announcement-17]")]
    [InlineData("[announcement]")]
    [InlineData("[announcement - ]")]
    [InlineData("[announcement - new - delete]")]
    [InlineData("[announcement - 17 - destroy]")]
    [InlineData("[a - b - c - d]")]
    [InlineData("[two words - 17]")]
    [InlineData("[[announcement - 17]")]
    [InlineData("Printer [announcement - 17]")]
    [InlineData("[17 - 17]")]
    [InlineData("[announcement - 17")]
    [InlineData("[]")]
    [InlineData("")]
    public void Anything_else_is_a_subject(string subject) => Assert.Null(RecordRequest.Read(subject));
}
