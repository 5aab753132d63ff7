using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Model;

/// <summary>Visits every world that can be reached, and says what is wrong in any of them.</summary>
internal sealed class FlowExplorer(FlowModel model)
{
    private readonly Dictionary<UInt128, int> _known = [];
    private readonly List<(int From, int To)> _edges = [];
    private readonly List<int> _ends = [];

    public int Worlds => _known.Count;

    /// <returns>The first thing that is wrong, or <see langword="null"/>.</returns>
    public string? Explore(World start)
    {
        var queue = new Queue<(int Id, World World)>();
        queue.Enqueue((Know(start), start));
        while (queue.TryDequeue(out var visited))
        {
            if (WhatIsWrong(visited.World) is { } wrong)
            {
                return wrong;
            }

            if (IsEnd(visited.World))
            {
                _ends.Add(visited.Id);
            }

            foreach (var next in model.Next(visited.World))
            {
                var isNew = !_known.TryGetValue(next.Key(), out var id);
                if (isNew)
                {
                    id = Know(next);
                    queue.Enqueue((id, next));
                }

                _edges.Add((visited.Id, id));
            }
        }

        return CanAllEnd() ? null : "lost: there is a world from which no mail comes to its end";
    }

    private int Know(World world)
    {
        var id = _known.Count;
        _known.Add(world.Key(), id);
        return id;
    }

    private static bool IsEnd(World world) => world.Row.All(row => !row.OnServer && row.State == JournalState.Finished);

    private static string? WhatIsWrong(World world)
    {
        if (world.Entries[World.Original] + world.Entries[World.Twin] > 1)
        {
            return "doubled: the original and its twin became two entries";
        }

        if (world.Entries[World.Reply] > 1)
        {
            return "doubled: the reply became two entries";
        }

        for (var i = 0; i < World.Rows; i++)
        {
            var row = world.Row[i];
            if (row.Mails > 1)
            {
                return "doubled: a row was finished twice";
            }

            if (row is { State: JournalState.Finished, Outcome: JournalOutcome.None })
            {
                return "unexplained: a finished row has no outcome";
            }

            if (row.Mails > 0 && row.MailNamesTicket != world.EntryTicket[i])
            {
                return "wrong: a mail names another ticket than the one that was changed";
            }
        }

        return IsEnd(world) ? WhatIsMissing(world) : null;
    }

    private static string? WhatIsMissing(World world)
    {
        if (world.Entries[World.Original] + world.Entries[World.Twin] != 1)
        {
            return "lost: neither the original nor its twin became an entry";
        }

        if (world.Entries[World.Reply] != 1)
        {
            return "lost: the reply became no entry";
        }

        var duplicates = world.Row.Count(row => row.Outcome == JournalOutcome.Duplicate);
        return duplicates == 1 ? null : "unexplained: not exactly one of the twins is a duplicate";
    }

    // Every world must be able to come to an end: walk back from the ends.
    private bool CanAllEnd()
    {
        var before = SourcesByTarget(out var start);
        var reached = new bool[_known.Count];
        var stack = new Stack<int>(_ends);
        while (stack.TryPop(out var id))
        {
            if (!reached[id])
            {
                reached[id] = true;
                for (var i = start[id]; i < start[id + 1]; i++)
                {
                    stack.Push(before[i]);
                }
            }
        }

        return Array.TrueForAll(reached, reach => reach);
    }

    private int[] SourcesByTarget(out int[] start)
    {
        start = new int[_known.Count + 1];
        foreach (var (_, to) in _edges)
        {
            start[to + 1]++;
        }

        for (var i = 0; i < _known.Count; i++)
        {
            start[i + 1] += start[i];
        }

        var next = (int[])start.Clone();
        var sources = new int[_edges.Count];
        foreach (var (from, to) in _edges)
        {
            sources[next[to]++] = from;
        }

        return sources;
    }
}
