using System.CommandLine;
using Workers;

var database = new Option<string?>("--database") { Description = "The PostgreSQL database that all workers share, for instance \"Host=localhost;Database=helpdesk;Username=helpdesk\"." };
var data = new Option<DirectoryInfo>("--data")
{
    Description = "The folder that holds a folder of incoming mail for each mailbox, and the outgoing mail.",
    DefaultValueFactory = _ => new DirectoryInfo("workers-data"),
};
var name = new Option<string?>("--name") { Description = "The name of this worker; without it that of the machine, with a number where it is taken." };
var workers = new Option<int>("--workers") { Description = "Starts so many workers as processes of their own, and shows what they do." };

var command = new RootCommand("One of several workers of a help desk: start it as often as you like.") { database, data, name, workers };
command.SetAction((arguments, cancellationToken) => WorkersHost.RunAsync(
    new WorkerArguments(arguments.GetValue(database), arguments.GetRequiredValue(data), arguments.GetValue(name), arguments.GetValue(workers)), cancellationToken));

// Ctrl-C is the host's: it stops what runs in its own order and time.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
