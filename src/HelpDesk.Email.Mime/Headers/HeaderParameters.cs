using System.Collections;

namespace HelpDesk.Email.Mime;

/// <summary>The parameters of a Content-Type or Content-Disposition, in the order received. Immutable.</summary>
public sealed class HeaderParameters : IReadOnlyList<HeaderParameter>
{
    private readonly IReadOnlyList<HeaderParameter> _parameters;

    internal HeaderParameters(IReadOnlyList<HeaderParameter> parameters) => _parameters = parameters;

    /// <summary>No parameters.</summary>
    public static HeaderParameters None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _parameters.Count;

    /// <summary>The parameter at a place in the order received.</summary>
    public HeaderParameter this[int index] => _parameters[index];

    /// <summary>The value of the first parameter of that name, compared without regard to case, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var parameter in _parameters)
            {
                if (parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return parameter.Value;
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<HeaderParameter> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
