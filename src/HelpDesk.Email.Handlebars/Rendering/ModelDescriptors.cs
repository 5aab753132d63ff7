using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Says what a template may see of a value: the entries of dictionaries, the items of lists, and of everything else nothing.</summary>
/// <remarks>It takes every type, so the library's own way, which walks public properties, is never reached.</remarks>
internal sealed class ModelDescriptors : IObjectDescriptorProvider
{
    private static readonly ObjectDescriptor Dictionary = Describe(
        new DictionaryAccessor(),
        (_, value) => ((IReadOnlyDictionary<string, object?>)value).Keys,
        new BudgetedIterator(new ReadOnlyDictionaryIterator<IReadOnlyDictionary<string, object?>, string, object?>()));

    private static readonly ObjectDescriptor List = Describe(
        new ListAccessor(),
        (_, _) => Array.Empty<string>(),
        new BudgetedIterator(new ReadOnlyListIterator<IReadOnlyList<object?>, object?>()));

    private static readonly ObjectDescriptor Opaque = Describe(new NoAccessor(), (_, _) => Array.Empty<string>(), new NoIterator());

    public bool TryGetDescriptor(Type type, [NotNullWhen(true)] out ObjectDescriptor? value)
    {
        value = typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type) ? Dictionary
            : typeof(IReadOnlyList<object?>).IsAssignableFrom(type) ? List
            : Opaque;
        return true;
    }

    private static ObjectDescriptor Describe(IMemberAccessor accessor, Func<ObjectDescriptor, object, IEnumerable> properties, IIterator iterator) =>
        new(typeof(object), accessor, properties, _ => iterator);

    private sealed class DictionaryAccessor : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value) =>
            ((IReadOnlyDictionary<string, object?>)instance).TryGetValue(memberName.TrimmedValue, out value);
    }

    private sealed class ListAccessor : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
        {
            var list = (IReadOnlyList<object?>)instance;
            var isItem = int.TryParse(memberName.TrimmedValue, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count;
            value = isItem ? list[index] : memberName.TrimmedValue == "length" ? list.Count : null;
            return value is not null;
        }
    }

    private sealed class NoAccessor : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
        {
            value = null;
            return false;
        }
    }
}
