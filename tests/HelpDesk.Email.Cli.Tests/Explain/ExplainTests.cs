using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests.Explain;

/// <summary>What <c>explain</c> says of one mail.</summary>
public sealed class ExplainTests
{
    private static readonly string[] Fields =
    [
        "file", "ok", "error", "messageId", "inReplyTo", "references", "from", "sender", "replyTo", "to", "cc", "returnPath", "subject", "date",
        "text", "html", "sanitizedHtml", "reply", "quoted", "signature", "attachments", "classification", "deliveryReport", "subjectTags",
        "commands", "defects",
    ];

    private static readonly string[] Lists = ["inReplyTo", "references", "replyTo", "to", "cc", "attachments", "subjectTags", "commands", "defects"];

    private const string Whole =
        """
        Return-Path: <ann@example.test>
        From: =?utf-8?q?Ann_M=C3=BCller?= <ann@example.test>
        Sender: office@example.test
        Reply-To: ann@home.example.test
        To: Help desk <support@helpdesk.test>, team: bob@example.test, "Carla, C." <carla@example.test>;
        Cc: nobody can read this
        Subject: =?utf-8?b?UmU6IERydWNrZXIgw7xiZXJhbGw=?= [#1234] #close# #tech room 7#
        Date: Sat, 21 Nov 2026 10:00:00 +0100
        Message-ID: <a@b.test>
        In-Reply-To: <x@y.test>
        References: <w@y.test> <x@y.test>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=cut

        --cut
        Content-Type: multipart/alternative; boundary=or

        --or
        Content-Type: text/plain; charset=utf-8

        Es qualmt 🔥 – immer noch.

        --=20
        Ann

        On Sat, 21 Nov 2026 at 09:00, Help desk <support@helpdesk.test> wrote:
        > Does it smoke?
        --or
        Content-Type: text/html; charset=utf-8

        <p onclick="steal()">Es qualmt</p><script>steal()</script>
        --or--
        --cut
        Content-Type: text/csv; name="../../log.csv"
        Content-Disposition: attachment
        Content-ID: <log@example.test>
        Content-Transfer-Encoding: base64

        YSxi
        --cut
        Content-Type: message/rfc822

        From: eve@example.test
        Subject: inner

        Inside.
        --cut--
        """;

    private static readonly string Mail = Whole.Replace("--=20", "-- ", StringComparison.Ordinal);

    [Fact]
    [Trait("Feature", "BE-02")]
    public async Task A_line_has_every_field_in_the_documented_order()
    {
        var line = await ExplainAsync(Mail);

        Assert.Equal(Fields, line.EnumerateObject().Select(member => member.Name));
        Assert.True(line.GetProperty("ok").GetBoolean());
        Assert.True(line.IsNull("error"));
        Assert.True(line.IsNull("deliveryReport"));
    }

    [Fact]
    public async Task Header_fields_are_decoded()
    {
        var line = await ExplainAsync(Mail);

        Assert.Equal("<a@b.test>", line.Text("messageId"));
        Assert.Equal(["<x@y.test>"], line.Texts("inReplyTo"));
        Assert.Equal(["<w@y.test>", "<x@y.test>"], line.Texts("references"));
        Assert.Equal("""{"address":"ann@example.test","name":"Ann Müller"}""", line.GetProperty("from").GetRawText());
        Assert.Equal("""{"address":"office@example.test","name":null}""", line.GetProperty("sender").GetRawText());
        Assert.Equal("ann@home.example.test", Assert.Single(line.List("replyTo")).Text("address"));
        Assert.Equal("ann@example.test", line.Text("returnPath"));
        Assert.Equal("Re: Drucker überall [#1234] #close# #tech room 7#", line.Text("subject"));
        Assert.Equal("2026-11-21T10:00:00+01:00", line.Text("date"));
    }

    [Fact]
    public async Task Groups_are_flattened_and_a_box_that_can_not_be_read_has_its_text_as_name()
    {
        var line = await ExplainAsync(Mail);

        Assert.Equal(["support@helpdesk.test", "bob@example.test", "carla@example.test"], line.List("to").Select(box => box.Text("address")));
        Assert.Equal(["Help desk", null, "Carla, C."], line.List("to").Select(box => box.Text("name")));
        var unreadable = Assert.Single(line.List("cc"));
        Assert.True(unreadable.IsNull("address"));
        Assert.Equal("nobody can read this", unreadable.Text("name"));
        Assert.Contains("unreadable address", line.Texts("defects"));
    }

    [Fact]
    public async Task The_body_is_taken_apart_and_nothing_of_it_is_lost()
    {
        var line = await ExplainAsync(Mail);

        Assert.StartsWith("Es qualmt 🔥 – immer noch.\n\n-- \nAnn\n\nOn Sat", line.Text("text"), StringComparison.Ordinal);
        Assert.Contains("onclick", line.Text("html"), StringComparison.Ordinal);
        Assert.Equal("<p>Es qualmt</p>", line.Text("sanitizedHtml")!.Trim());
        Assert.Equal("Es qualmt 🔥 – immer noch.", line.Text("reply"));
    }

    [Fact]
    public async Task A_reply_is_told_from_its_signature_and_from_what_it_quotes()
    {
        var line = await ExplainAsync(
            """
            From: ann@example.test
            Subject: Re: Printer

            It smokes.

            --~
            Ann

            On Sat, 21 Nov 2026, Help desk wrote:
            > Does it smoke?
            """.Replace("--~", "-- ", StringComparison.Ordinal));

        Assert.Equal("It smokes.", line.Text("reply"));
        Assert.Equal("-- \nAnn", line.Text("signature"));
        Assert.EndsWith("wrote:\n> Does it smoke?", line.Text("quoted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attachments_have_the_name_that_the_sender_gave_with_size_and_hash()
    {
        var line = await ExplainAsync(Mail);

        Assert.Equal(2, line.List("attachments").Count);
        var file = line.List("attachments")[0];
        Assert.Equal("../../log.csv", file.Text("fileName"));
        Assert.Equal("text/csv", file.Text("contentType"));
        Assert.Equal("log@example.test", file.Text("contentId"));
        Assert.Equal("attachment", file.Text("disposition"));
        Assert.Equal(3, file.GetProperty("size").GetInt64());
        Assert.Equal("1eb7c54d52831bbfe8942af0b1c56b7409523a59ed6ca99c1174fef7eb32c1b5", file.Text("sha256"));
        Assert.False(file.TryGetProperty("savedAs", out _));
        var message = line.List("attachments")[1];
        Assert.Equal("message/rfc822", message.Text("contentType"));
        Assert.True(message.IsNull("fileName"));
    }

    [Fact]
    public async Task Tags_and_commands_of_the_subject_are_listed()
    {
        var line = await ExplainAsync(Mail);

        Assert.Equal(["1234"], line.Texts("subjectTags"));
        Assert.Equal(["close", "tech room 7"], line.Texts("commands"));
    }

    [Fact]
    public async Task A_bare_mail_has_null_for_what_is_absent_and_no_list_is_null()
    {
        var line = await ExplainAsync("From: ann@example.test\n\nHi.\n");

        Assert.All(Lists, list => Assert.Equal(JsonValueKind.Array, line.GetProperty(list).ValueKind));
        Assert.All(new[] { "messageId", "sender", "returnPath", "subject", "date", "html", "sanitizedHtml", "deliveryReport" }, field => Assert.True(line.IsNull(field), field));
        Assert.Equal("human", line.GetProperty("classification").Text("kind"));
        Assert.True(line.GetProperty("classification").GetProperty("mayRespond").GetBoolean());
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "autoReply", "Auto-Submitted: auto-replied")]
    [InlineData("List-Id: <news.example.test>", "mailingList", "List-Id")]
    [InlineData("Return-Path: <>", "autoGenerated", "envelope sender <>")]
    [InlineData("Return-Path: <MAILER-DAEMON@example.test>", "bounce", "envelope sender mailer-daemon")]
    public async Task The_kind_comes_with_its_evidence(string header, string kind, string evidence)
    {
        var classification = (await ExplainAsync($"{header}\nFrom: ann@example.test\nSubject: Hi\n\nHi.\n")).GetProperty("classification");

        Assert.Equal(kind, classification.Text("kind"));
        Assert.True(classification.GetProperty("isAutomatic").GetBoolean());
        Assert.False(classification.GetProperty("mayRespond").GetBoolean());
        Assert.Contains(classification.Texts("evidence"), fact => fact!.StartsWith(evidence, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_delivery_report_says_of_each_recipient_what_became_of_the_mail()
    {
        var report = (await ExplainAsync(
            """
            From: MAILER-DAEMON@mx.example.test
            Subject: Undelivered
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=cut

            --cut

            Sorry.
            --cut
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.test

            Final-Recipient: rfc822; ann@example.test
            Action: failed
            Status: 5.0.0
            Diagnostic-Code: smtp; 550 5.1.1 no such user

            Final-Recipient: rfc822; bob@example.test
            Action: failed
            Status: 5.2.2

            Original-Recipient: rfc822; carla@example.test
            Action: delayed
            Diagnostic-Code: smtp; 451 later
            --cut
            Content-Type: text/rfc822-headers

            Message-ID: <out@helpdesk.test>
            --cut--
            """)).GetProperty("deliveryReport");

        Assert.Equal("<out@helpdesk.test>", report.Text("originalMessageId"));
        Assert.Equal(
            """[{"address":"ann@example.test","action":"failed","status":"5.1.1","diagnostic":"550 5.1.1 no such user","permanent":true,"addressInvalid":true},"""
            + """{"address":"bob@example.test","action":"failed","status":"5.2.2","diagnostic":null,"permanent":true,"addressInvalid":false},"""
            + """{"address":"carla@example.test","action":"delayed","status":null,"diagnostic":"451 later","permanent":false,"addressInvalid":false}]""",
            report.GetProperty("recipients").GetRawText());
    }

    [Fact]
    public async Task An_empty_reverse_path_is_empty_and_not_absent() =>
        Assert.Equal("", (await ExplainAsync("Return-Path: <>\nFrom: ann@example.test\n\nHi.\n")).Text("returnPath"));

    private static async Task<JsonElement> ExplainAsync(string mail)
    {
        using var folder = new TestFolder();
        var run = await Tool.RunAsync("explain", folder.Mail("a.eml", mail));
        Assert.Equal(0, run.Code);
        return run.Line;
    }
}
