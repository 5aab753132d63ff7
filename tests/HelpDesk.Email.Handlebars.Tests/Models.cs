namespace HelpDesk.Email.Handlebars.Tests;

/// <summary>Models of two extremes: with a value for everything there is, and with next to nothing.</summary>
internal static class Models
{
    public static Dictionary<string, object?> Full() => new()
    {
        ["ticket"] = new Dictionary<string, object?>
        {
            ["number"] = "1234", ["subject"] = "Printer & \"fax\" <on> fire", ["status"] = "open", ["priority"] = "high", ["category"] = "Hardware", ["type"] = "Incident",
            ["department"] = "Support", ["created"] = "20 November 2026, 09:00", ["due"] = "24 November 2026", ["timeSpent"] = "1:30 h", ["via"] = "mail",
            ["url"] = "https://desk.test/tickets/1234",
            ["fields"] = List(
                new Dictionary<string, object?> { ["id"] = "17", ["name"] = "Room", ["value"] = "B 204", ["isPublic"] = true },
                new Dictionary<string, object?> { ["id"] = "18", ["name"] = "Cost centre", ["value"] = "4711", ["isPublic"] = false }),
        },
        ["tag"] = "[#1234]",
        ["event"] = new Dictionary<string, object?>
        {
            ["name"] = "updated",
            ["text"] = "The ticket was updated by Tom Tech, who has looked at the printer and wrote quite a lot about what he found in there",
            ["shortText"] = "The ticket was updated by Tom Tech",
        },
        ["author"] = Person("Tom", "Tech", "technician"),
        ["requester"] = Person("Ann", "Example", "requester"),
        ["technician"] = Person("Tina", "Tech", "technician"),
        ["recipient"] = Person("Ann", "Example", "requester"),
        ["body"] = "Please try again now.\nIt should <print> & whistle.",
        ["bodyHtml"] = "<p>Please try again <b>now</b>.</p><p>It should &lt;print&gt; &amp; whistle.</p>",
        ["preface"] = "This is what we know:",
        ["chosenFields"] = List(Pair("Room", "B 204"), Pair("Floor", "2 & 3")),
        ["recentMessages"] = List([.. Enumerable.Range(1, 7).Select(i => new Dictionary<string, object?>
        {
            ["author"] = Person("Ann", "Example", "requester"), ["date"] = $"{20 - i} November 2026", ["body"] = $"Message {i}", ["bodyHtml"] = i % 2 == 0 ? null : $"<p>Message <i>{i}</i></p>",
        })]),
        ["attachments"] = List(File("photo.jpg", "1.2 MB"), File("log.txt", "3 kB")),
        ["recentAttachments"] = List(File("manual.pdf", "700 kB")),
        ["subscribers"] = List(Person("Bob", "Builder", "requester"), Person("Tom", "Tech", "technician")),
        ["nonTechSubscribers"] = List(Person("Bob", "Builder", "requester")),
        ["recipients"] = List(Person("Ann", "Example", "requester"), Person("Bob", "Builder", "requester")),
        ["articles"] = List(
            new Dictionary<string, object?> { ["title"] = "Put out a printer", ["url"] = "https://desk.test/kb/1", ["text"] = "First of all, keep calm." },
            new Dictionary<string, object?> { ["title"] = "Order toner", ["url"] = "https://desk.test/kb/2", ["text"] = "Toner is ordered by mail." }),
        ["links"] = new Dictionary<string, object?>
        {
            ["view"] = "https://desk.test/l/view-1", ["viewText"] = "See this ticket online", ["browse"] = "https://desk.test/kb", ["browseText"] = "All articles",
            ["autologin"] = null, ["unsubscribe"] = "https://desk.test/l/unsub-1", ["selfService"] = "https://desk.test/portal", ["placement"] = "bottom",
            ["rating"] = new Dictionary<string, object?> { ["prompt"] = "Were we any good?", ["good"] = "https://desk.test/r/3", ["ok"] = "https://desk.test/r/2", ["bad"] = "https://desk.test/r/1" },
        },
        ["date"] = "21 November 2026",
        ["time"] = "10:05",
        ["helpDesk"] = new Dictionary<string, object?> { ["name"] = "Acme Support", ["address"] = "support@desk.test", ["url"] = "https://desk.test/", ["brand"] = "Acme" },
        ["replyAbove"] = "-- Please reply above this line --",
        ["invitation"] = new Dictionary<string, object?> { ["userName"] = "new.ann", ["password"] = "pa<ss&word", ["url"] = "https://desk.test/login" },
        ["survey"] = new Dictionary<string, object?> { ["url"] = "https://desk.test/survey/9" },
        ["login"] = new Dictionary<string, object?> { ["userName"] = "ann.login", ["password"] = "s3cret", ["url"] = "https://desk.test/login" },
        ["verification"] = new Dictionary<string, object?> { ["link"] = "https://desk.test/verify/7" },
        ["comment"] = new Dictionary<string, object?> { ["userName"] = "carla", ["text"] = "I had that too.", ["threadUrl"] = "https://desk.test/threads/5" },
        ["digest"] = new Dictionary<string, object?>
        {
            ["activities"] = List(new Dictionary<string, object?> { ["title"] = "A new question", ["text"] = "Why does it burn?", ["url"] = "https://desk.test/threads/6" }),
            ["portalUrl"] = "https://desk.test/community",
        },
        ["tickets"] = List(
            new Dictionary<string, object?> { ["number"] = "1234", ["subject"] = "Printer", ["status"] = "open", ["created"] = "20 November 2026", ["url"] = "https://desk.test/tickets/1234" },
            new Dictionary<string, object?> { ["number"] = "1200", ["subject"] = "Mouse", ["status"] = "closed", ["created"] = "1 October 2026", ["url"] = null }),
        ["report"] = new Dictionary<string, object?> { ["title"] = "Tickets of the week", ["text"] = "new: 12\nclosed: 15", ["html"] = "<table><tr><td>new</td><td>12</td></tr><tr><td>closed</td><td>15</td></tr></table>" },
        ["articleChanged"] = new Dictionary<string, object?> { ["title"] = "Order toner", ["url"] = "https://desk.test/kb/2" },
        ["host"] = new Dictionary<string, object?> { ["Favourite"] = "blue" },
    };

    public static Dictionary<string, object?> AlmostEmpty() => new()
    {
        ["ticket"] = new Dictionary<string, object?> { ["number"] = "1234", ["subject"] = null, ["url"] = null, ["fields"] = List() },
        ["tag"] = "[#1234]",
        ["body"] = null,
        ["bodyHtml"] = null,
        ["replyAbove"] = null,
        ["links"] = null,
        ["chosenFields"] = List(),
        ["recentMessages"] = List(),
        ["articles"] = List(),
    };

    private static List<object?> List(params IEnumerable<object?> items) => [.. items];

    private static Dictionary<string, object?> Pair(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static Dictionary<string, object?> File(string name, string size) => new() { ["name"] = name, ["size"] = size, ["url"] = $"https://desk.test/files/{name}" };

    private static Dictionary<string, object?> Person(string first, string last, string role) => new()
    {
        ["name"] = $"{first} {last}", ["address"] = $"{first.ToLowerInvariant()}@example.test", ["firstName"] = first, ["lastName"] = last, ["userName"] = $"{first.ToLowerInvariant()}.user",
        ["company"] = $"{first} Inc", ["department"] = $"Department of {first}", ["location"] = $"Room of {first}", ["role"] = role,
    };
}
