using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.References;

/// <summary>Which folder of a project uses which, and by which types.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, List<string>>> _edges = new(StringComparer.Ordinal);

    public FolderGraph(string assemblyPath, DeclaredTypes declared)
    {
        foreach (var (user, used) in TypeReferences.Read(assemblyPath))
        {
            foreach (var type in used)
            {
                if (declared.FolderOf(user) is { } from && declared.FolderOf(type) is { } to && from != to)
                {
                    Edge(from, to).Add($"{ShortName(user)} uses {ShortName(type)}");
                }
            }
        }
    }

    public static FolderGraph Of(Package package) => new(package.AssemblyPath, DeclaredTypes.Of(package));

    /// <summary>Uses of the project's root by one of its folders.</summary>
    public IEnumerable<string> UsesOfTheRoot() =>
        _edges.Where(from => from.Key.Length > 0 && from.Value.ContainsKey(string.Empty))
            .SelectMany(from => from.Value[string.Empty].Select(use => $"{from.Key}: {use}"));

    /// <summary>Pairs of folders each of which reaches the other, with a way there.</summary>
    public IEnumerable<string> Circles()
    {
        foreach (var (from, targets) in _edges)
        {
            foreach (var (to, uses) in targets.Where(_ => from.Length > 0))
            {
                if (to.Length > 0 && Way(to, from) is { } back)
                {
                    yield return $"{from} -> {to} ({string.Join("; ", uses.Take(3))}), and back: {string.Join(" -> ", back)}";
                }
            }
        }
    }

    private List<string>? Way(string from, string to)
    {
        var cameFrom = new Dictionary<string, string> { [from] = string.Empty };
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var folder))
        {
            if (folder == to)
            {
                var way = new List<string>();
                for (var step = to; step.Length > 0; step = cameFrom[step])
                {
                    way.Insert(0, step);
                }

                return way;
            }

            var targets = _edges.TryGetValue(folder, out var known) ? known.Keys.AsEnumerable() : [];
            foreach (var next in targets.Where(next => next.Length > 0 && cameFrom.TryAdd(next, folder)))
            {
                waiting.Enqueue(next);
            }
        }

        return null;
    }

    private List<string> Edge(string from, string to)
    {
        var targets = _edges.TryGetValue(from, out var known) ? known : _edges[from] = new(StringComparer.Ordinal);
        return targets.TryGetValue(to, out var uses) ? uses : targets[to] = [];
    }

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..];
}
