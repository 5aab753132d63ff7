using System.Text;

namespace HelpDesk.Email.Html.Tests.Quotes;

/// <summary>Texts that make careless readers of quotations slow.</summary>
public static class HostileText
{
    private static readonly Dictionary<string, string> Pieces = new(StringComparer.Ordinal)
    {
        ["quotation marks"] = ">",
        ["quotation marks and blanks"] = "> ",
        ["quoted lines"] = "> x\n",
        ["quoted lines answered"] = "> x\ny\n",
        ["quoted lines answered below empty ones"] = "> x\n\n\n\ny\n\n",
        ["quoted lines that are broken"] = "> the quick brown fox jumps over the lazy dog and over the cat, too, and\nx\n",
        ["links between quoted lines"] = "> x\n http://a.test/x\n",
        ["deep quotations"] = ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> x\n",
        ["attributions"] = "On 5 Jan 2026 at 14:10 Bob wrote:\n",
        ["attributions with quotations"] = "On 5 Jan 2026 at 14:10 Bob wrote:\n> x\ny\n",
        ["quoted attributions"] = "> On 5 Jan 2026 at 14:10 Bob wrote:\n",
        ["attributions that go on"] = "On 5 Jan 2026 at 14:10\n",
        ["attributions in a line"] = "On 5 Jan 2026 at 14:10 Bob ",
        ["ends of attributions"] = "wrote:\n",
        ["ends of addresses"] = "<a@b> wrote:\n",
        ["open addresses"] = "On 5 Jan 2026 Bob <bob@example.test\n>:\n",
        ["addresses on their own lines"] = "\n<\nbob@example.test\n",
        ["dashes before attributions"] = "--- On 1/5/26 Bob <b@a> wrote:",
        ["days"] = "2026-01-05 ",
        ["days in lines"] = "2026-01-05 14:10 GMT+01:00 x.\n",
        ["digits"] = "1",
        ["labels"] = "From: x\n",
        ["labels of all kinds"] = "To: x\nDate: y\n",
        ["labels in a line"] = "From: To: Date: ",
        ["labels under empty lines"] = "\n\n\n\nFrom: x\n",
        ["labels under rules"] = "________________\n\nFrom: x\n\n",
        ["rules"] = "________________\n",
        ["one rule"] = "_",
        ["separators"] = "----- x -----\n",
        ["dashes in a line"] = "x -- ",
        ["requests"] = "reply above this lin ",
        ["requests in lines"] = "reply above this lin\n",
        ["signature delimiters"] = "--\n",
        ["signature delimiters and names"] = "--\nBob\n",
        ["devices"] = "Sent from my iPhone\n",
        ["almost devices"] = "Sent from my house\n",
        ["closings"] = "Regards\nBob\nx\ny\n",
        ["closings answered"] = "> x\nRegards\nBob\nx\ny\n",
        ["dashed names"] = "\n-Bob\n",
        ["colons"] = ":",
        ["colons in lines"] = ":\n",
        ["empty lines"] = "\n",
        ["blank lines"] = " \r\n",
        ["blanks"] = " ",
        ["short lines"] = "x\n",
        ["carriage returns"] = "\r",
        ["marks of direction"] = "\u200E",
        ["addresses"] = "a@b ",
        ["addresses in lines"] = "a@b\n",
        ["brackets"] = "<",
        ["verbs"] = "wrote ",
        ["verbs that are no words"] = "wrotewrote",
        ["verbs of all languages"] = "a écrit написал 写道 כתב ",
        ["quoted answers and separators"] = "> x\ny\n> z\n-----Original Message-----\n",
        ["forwards"] = "> Begin forwarded messag\n",
        ["forwards in quotations"] = "> \n> \n> Begin forwarded messag\n\n",
    };

    public static TheoryData<string> Names => [.. Pieces.Keys];

    public static string Make(string name, int size)
    {
        var piece = Pieces[name];
        return new StringBuilder(size + piece.Length).Insert(0, piece, size / piece.Length).ToString();
    }
}
