using HelpDesk.Email.Commands;

namespace HelpDesk.Email.Tests.Commands;

public sealed class SubjectCommandParserTests
{
    [Theory]
    [InlineData("Re: Printer #close#", "close")]
    [InlineData("#CLOSE# #tech#", "close tech")]
    [InlineData("#unsub# me", "unsubscribe")]
    [InlineData("#assign bob#", "assign(bob)")]
    [InlineData("[#1000] #close#", "close")]
    [InlineData("#close# [#1000]", "close")]
    [InlineData("C# is #1 language", "")]
    [InlineData("#close", "")]
    [InlineData("# close #", "")]
    [InlineData("#INC-7 printer #close#", "close")]
    [InlineData("#close #tech#", "tech")]
    [InlineData("", "")]
    public void A_command_stands_between_two_signs(string subject, string expected)
    {
        var commands = new SubjectCommandParser().Parse(subject);

        Assert.Equal(expected, string.Join(' ', commands.Select(command => command.Argument.Length == 0 ? command.Name : $"{command.Name}({command.Argument})")));
    }
}
