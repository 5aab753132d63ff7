using System.CommandLine;
using QuickStart;

var data = new Option<DirectoryInfo>("--data")
{
    Description = "The folder that holds helpdesk.db and the outgoing mail.",
    DefaultValueFactory = _ => new DirectoryInfo("quickstart-data"),
};
var smtp = new Option<int?>("--smtp") { Description = "The port that mail is sent to; without it 2525, or a free one when that is taken." };
var http = new Option<int?>("--http") { Description = "The port of the page; without it 5080, or a free one when that is taken." };

var command = new RootCommand("A help desk on this machine: send it mail, and look at what becomes of it.") { data, smtp, http };
command.SetAction((arguments, cancellationToken) => QuickStartHost.RunAsync(
    arguments.GetRequiredValue(data), arguments.GetValue(smtp), arguments.GetValue(http), cancellationToken));

// Ctrl-C is the host's: it stops what runs in its own order and time.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
