using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Source.Tests.PublicApi;

/// <summary>Types, parameters and constraints as C# spells them, nullability included.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    internal static string Type(Type type) => Type(type, null);

    internal static string Returned(PropertyInfo property) =>
        Type(property.PropertyType, new NullabilityInfoContext().Create(property));

    internal static string Returned(MethodInfo method) =>
        Type(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));

    internal static string Method(MethodInfo method) =>
        method.IsGenericMethod
            ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(Type))}>"
            : method.Name;

    internal static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    internal static string Parameter(ParameterInfo parameter)
    {
        bool isMany =
            parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        string way =
            isMany ? "params "
            : parameter.IsOut ? "out "
            : parameter.IsDefined(typeof(RequiresLocationAttribute)) ? "ref readonly "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : "";
        Type type = parameter.ParameterType;
        string named = Type(
            type.IsByRef ? type.GetElementType()! : type,
            new NullabilityInfoContext().Create(parameter)
        );
        return $"{way}{named} {parameter.Name}{Default(parameter)}";
    }

    internal static string Constraints(IEnumerable<Type> arguments) =>
        string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Constraint));

    private static string Constraint(Type argument)
    {
        GenericParameterAttributes flags = argument.GenericParameterAttributes;
        bool isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string[] all =
        [
            .. argument.IsDefined(typeof(IsUnmanagedAttribute), inherit: false) ? (string[])["unmanaged"]
            : isStruct ? ["struct"]
            : flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"]
            : [],
            .. argument
                .GetGenericParameterConstraints()
                .Where(type => type != typeof(ValueType))
                .Select(Type)
                .Order(StringComparer.Ordinal),
        ];
        return all.Length == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
    }

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue ? ""
        : parameter.DefaultValue is { } value
            ? string.Create(CultureInfo.InvariantCulture, $" = {(value is string ? $"\"{value}\"" : value)}")
        : parameter.ParameterType.IsValueType ? " = default"
        : " = null";

    private static string Type(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return "ref " + Type(type.GetElementType()!, nullability);
        }
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Type(underlying) + "?";
        }
        bool isNullable = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable;
        return Plain(type, nullability) + (isNullable && !type.IsGenericParameter ? "?" : "");
    }

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }
        if (type.IsArray)
        {
            return Type(type.GetElementType()!, nullability?.ElementType) + "[]";
        }
        string outer = type is { IsNested: true, IsGenericParameter: false } ? Type(type.DeclaringType!) + "." : "";
        if (!type.IsGenericType)
        {
            return outer + type.Name;
        }
        Type[] arguments = type.GetGenericArguments();
        NullabilityInfo[] states = nullability?.GenericTypeArguments ?? [];
        IEnumerable<string> names = arguments.Select(
            (argument, i) => Type(argument, states.Length == arguments.Length ? states[i] : null)
        );
        return $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", names)}>";
    }
}
