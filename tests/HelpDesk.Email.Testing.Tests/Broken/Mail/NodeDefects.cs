using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about who has joined them.</summary>
internal static class NodeDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "gives every process the name it wishes",
            _ => new()
            {
                Join = async (name, next, _) =>
                {
                    var node = await next(Guid.NewGuid().ToString());
                    return new SpoiledNode(name, node.DisposeAsync);
                },
            },
            "Names_are_unique_among_the_living",
            "Names_asked_for_at_once_differ",
            "A_node_that_comes_back_takes_its_rows_back_at_once_as_attempts_that_ended",
            "A_node_that_comes_back_takes_its_mails_and_events_back_at_once"),
        new(
            "never frees a name",
            _ => new() { Join = async (name, next, _) => new SpoiledNode((await next(name)).Name, () => ValueTask.CompletedTask) },
            "A_name_whose_process_left_is_given_again"),
        new(
            "keeps names in a table, whatever becomes of their processes",
            _ => new() { KeepsNames = true },
            "A_name_whose_process_died_is_given_again"),
        new(
            "looks whether a name is free and then takes it",
            _ =>
            {
                var meeting = new Meeting();
                return new()
                {
                    Join = async (name, next, _) =>
                    {
                        var isRace = name == "crowd" && await meeting.ArriveAsync();
                        var node = await next(name);
                        return isRace ? new SpoiledNode("crowd", node.DisposeAsync) : node;
                    },
                };
            },
            "Names_asked_for_at_once_differ"),
        new(
            "ends the claims of all when one joins",
            world =>
            {
                var living = new ConcurrentDictionary<string, IMailStoreNode>();
                return new()
                {
                    Join = async (wishedName, next, cancellationToken) =>
                    {
                        foreach (var (name, other) in living)
                        {
                            await other.DisposeAsync();
                            living[name] = await world.Inner.JoinAsync(name, cancellationToken);
                        }

                        var node = await next(wishedName);
                        living[node.Name] = node;
                        return new SpoiledNode(node.Name, () => living.TryRemove(node.Name, out var present) ? present.DisposeAsync() : ValueTask.CompletedTask);
                    },
                };
            },
            "A_node_that_joins_leaves_the_claims_of_other_nodes"),
    ];
}
