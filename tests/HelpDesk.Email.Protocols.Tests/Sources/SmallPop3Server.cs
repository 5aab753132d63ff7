using System.Globalization;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>As much of POP3 as a mailbox source says. The mails have no line that begins with a dot.</summary>
internal sealed class SmallPop3Server : SmallServer
{
    protected override async Task TalkAsync()
    {
        uint[] listed = [.. Mails.Keys];
        var deleted = new HashSet<uint>();
        await SayAsync("+OK ready");
        while (true)
        {
            var words = (await HearAsync()).Split(' ');
            Commands.Add(string.Join(' ', words));
            var uid = words.Length > 1 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var number) ? listed[number - 1] : 0;
            switch (words[0])
            {
                case "CAPA":
                    await SayAsync("+OK\r\nUSER\r\nUIDL\r\nPIPELINING\r\n.");
                    break;
                case "UIDL":
                    await SayAsync("+OK\r\n" + string.Concat(listed.Select((each, i) => $"{i + 1} uid-{each}\r\n")) + ".");
                    break;
                case "LIST":
                    await SayAsync("+OK\r\n" + string.Concat(listed.Select((each, i) => $"{i + 1} {Mails[each].Length}\r\n")) + ".");
                    break;
                case "STAT":
                    await SayAsync($"+OK {listed.Length} 1000");
                    break;
                case "RETR":
                    await SayAsync("+OK");
                    await SayAsync(Mails[uid]);
                    await SayAsync(".");
                    break;
                case "DELE":
                    deleted.Add(uid);
                    await SayAsync("+OK");
                    break;
                case "QUIT":
                    lock (Mails)
                    {
                        foreach (var each in deleted)
                        {
                            Mails.Remove(each);
                        }
                    }

                    await SayAsync("+OK bye");
                    return;
                default:
                    await SayAsync("+OK");
                    break;
            }
        }
    }
}
