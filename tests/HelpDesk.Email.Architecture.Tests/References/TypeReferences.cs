using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HelpDesk.Email.Architecture.Tests.References;

/// <summary>Which types of one assembly use which others of it: in signatures, attributes and method bodies.</summary>
/// <remarks>
/// Read from the compiled assembly, so a word in a comment or a member that is named as a type is no use of it. What the
/// compiler leaves no trace of (constants, <c>nameof</c>) is not seen. Nested types and what the compiler makes of
/// lambdas and iterators count as the type that holds them.
/// </remarks>
internal sealed class TypeReferences
{
    private readonly MetadataReader _reader;
    private readonly Dictionary<string, HashSet<string>> _uses = [];

    private TypeReferences(PEReader file)
    {
        _reader = file.GetMetadataReader();
        foreach (var handle in _reader.TypeDefinitions)
        {
            var used = _uses.TryGetValue(OwnerOf(handle), out var known) ? known : _uses[OwnerOf(handle)] = [];
            var collector = new ReferenceCollector(_reader, type => used.Add(OwnerOf(type)));
            collector.CollectType(handle);
            foreach (var method in _reader.GetTypeDefinition(handle).GetMethods())
            {
                var definition = _reader.GetMethodDefinition(method);
                if (definition.RelativeVirtualAddress != 0)
                {
                    collector.CollectBody(file.GetMethodBody(definition.RelativeVirtualAddress));
                }
            }
        }
    }

    /// <summary>The full name of each type that holds others, and of those that it uses.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Read(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        return new TypeReferences(file)._uses;
    }

    private string OwnerOf(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = _reader.GetTypeDefinition(type.GetDeclaringType());
        }

        var name = _reader.GetString(type.Name);
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return $"{_reader.GetString(type.Namespace)}.{(tick < 0 ? name : name[..tick])}";
    }
}
