/* What is compiled asks Python's own objects a few things hundreds of thousands of times in a report: whether a set holds
 * a word, whether a word begins with another, for one letter of a text. Most of these have an answer that one look finds;
 * here it is taken without the way into Python, and all others are left to Python itself. Nothing is answered otherwise
 * than Python would: only the fields are read that its public headers show.
 *
 * Half of what is compiled says where an error came from: where C knows that this is rare, it lies apart, and the rest
 * fits better into the processor's cache.
 */
#include <Python.h>

__attribute__((cold)) void CPy_AddTraceback(const char *file, const char *function, int line, PyObject *globals);

#if !defined(PYPY_VERSION) && !defined(Py_GIL_DISABLED)

#define QUICK_OTHER (-2) /* a question for Python itself */

#define QUICK_SMALL 8 /* places of the smallest sets */

/* A set looks for a key first where its hash points: that place is free, or holds this very key, or, in the smallest
 * sets, a look at all places finds this very key or none of its hash. */
static inline int quick_contains(PyObject *set, PyObject *key)
{
    const PySetObject *keys = (const PySetObject *)set;
    const Py_hash_t hash = PyUnicode_CheckExact(key) ? ((const PyASCIIObject *)key)->hash : -1;
    if (hash == -1) { /* no word, or not counted yet */
        return PySet_Contains(set, key);
    }
    const setentry *first = &keys->table[(size_t)hash & (size_t)keys->mask];
    if (first->key == NULL || first->key == key) {
        return first->key == key;
    }
    if (keys->mask != QUICK_SMALL - 1) {
        return PySet_Contains(set, key);
    }
    for (int at = 0; at < QUICK_SMALL; at++) {
        if (keys->table[at].hash == hash) {
            return keys->table[at].key == key ? 1 : PySet_Contains(set, key);
        }
    }
    return 0;
}

#define LATIN_LETTERS 0x100
#define CYRILLIC 0x0400
#define CYRILLIC_LETTERS 0x100

/* Python keeps its strings of one Latin letter; these are those of one Cyrillic letter, each made when first met. */
static inline PyObject *quick_substring(PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    static PyObject *letters[CYRILLIC_LETTERS];
    if (end == start + 1 && end <= PyUnicode_GET_LENGTH(text)) {
        const Py_UCS4 read = PyUnicode_READ_CHAR(text, start), letter = read - CYRILLIC;
        if (read < LATIN_LETTERS) {
            return PyUnicode_FromOrdinal((int)read);
        }
        if (letter < CYRILLIC_LETTERS) {
            if (letters[letter] == NULL) {
                letters[letter] = PyUnicode_Substring(text, start, end);
            }
            Py_XINCREF(letters[letter]);
            return letters[letter];
        }
    }
    return PyUnicode_Substring(text, start, end);
}

/* Each letter of a text is a key. */
static inline int quick_disjoint_letters(PyObject *set, PyObject *text)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(text); at++) {
        PyObject *letter = quick_substring(text, at, at + 1);
        if (letter == NULL) {
            return -1;
        }
        const int found = quick_contains(set, letter);
        Py_DECREF(letter);
        if (found != 0) {
            return found < 0 ? found : 0;
        }
    }
    return 1;
}

/* Each key of the smaller set is looked for in the larger one; a key whose hash is -1 was taken out. */
static inline int quick_disjoint_sets(PyObject *one, PyObject *other)
{
    PyObject *larger = PySet_GET_SIZE(one) < PySet_GET_SIZE(other) ? other : one;
    const PySetObject *smaller = (const PySetObject *)(larger == one ? other : one);
    Py_ssize_t left = smaller->used;
    for (const setentry *entry = smaller->table; left > 0; entry++) {
        if (entry->key == NULL || entry->hash == -1) {
            continue;
        }
        if (!PyUnicode_CheckExact(entry->key)) {
            return QUICK_OTHER;
        }
        const int found = quick_contains(larger, entry->key);
        if (found != 0) {
            return found < 0 ? found : 0;
        }
        left--;
    }
    return 1;
}

static inline int quick_disjoint(PyObject *set, PyObject *other)
{
    if (PyAnySet_CheckExact(other)) {
        return set == other ? PySet_GET_SIZE(set) == 0 : quick_disjoint_sets(set, other);
    }
    if (PyUnicode_CheckExact(other)) {
        return quick_disjoint_letters(set, other);
    }
    if (!PyList_CheckExact(other) && !PyTuple_CheckExact(other)) {
        return QUICK_OTHER;
    }
    for (Py_ssize_t at = 0; at < PySequence_Fast_GET_SIZE(other); at++) {
        PyObject *key = PySequence_Fast_GET_ITEM(other, at);
        if (!PyUnicode_CheckExact(key)) {
            return QUICK_OTHER;
        }
        const int found = quick_contains(set, key);
        if (found != 0) {
            return found < 0 ? found : 0;
        }
    }
    return 1;
}

/* What one letter is. */
static inline int quick_letter(PyObject *name, PyObject *letter)
{
    static PyObject *isalpha, *isupper;
    if (isalpha == NULL) {
        isalpha = PyUnicode_InternFromString("isalpha");
        isupper = PyUnicode_InternFromString("isupper");
    }
    if (name == isalpha) {
        return Py_UNICODE_ISALPHA(PyUnicode_READ_CHAR(letter, 0));
    }
    return name == isupper ? Py_UNICODE_ISUPPER(PyUnicode_READ_CHAR(letter, 0)) : QUICK_OTHER;
}

/* text.startswith(part, start); of several parts one may stand there. */
static inline int quick_stands_at(PyObject *name, PyObject *text, PyObject *part, PyObject *start)
{
    static PyObject *startswith;
    if (startswith == NULL) {
        startswith = PyUnicode_InternFromString("startswith");
    }
    if (name != startswith || !PyLong_CheckExact(start)) {
        return QUICK_OTHER;
    }
    int is_beyond;
    const long at = PyLong_AsLongAndOverflow(start, &is_beyond);
    if (at < 0 || is_beyond || !(PyUnicode_CheckExact(part) || PyTuple_CheckExact(part))) {
        return QUICK_OTHER;
    }
    PyObject *const *parts = PyTuple_CheckExact(part) ? &PyTuple_GET_ITEM(part, 0) : &part;
    const Py_ssize_t number = PyTuple_CheckExact(part) ? PyTuple_GET_SIZE(part) : 1;
    int stands = 0;
    for (Py_ssize_t one = 0; one < number && stands == 0; one++) {
        const int is_text = PyUnicode_CheckExact(parts[one]);
        stands = is_text ? (int)PyUnicode_Tailmatch(text, parts[one], at, PY_SSIZE_T_MAX, -1) : QUICK_OTHER;
    }
    return stands;
}

static inline int quick_answer(PyObject *name, PyObject *const *arguments, Py_ssize_t number)
{
    static PyObject *isdisjoint;
    if (isdisjoint == NULL) {
        isdisjoint = PyUnicode_InternFromString("isdisjoint");
    }
    if (PyUnicode_CheckExact(arguments[0])) {
        if (number == 1 && PyUnicode_GET_LENGTH(arguments[0]) == 1) {
            return quick_letter(name, arguments[0]);
        }
        return number == 3 ? quick_stands_at(name, arguments[0], arguments[1], arguments[2]) : QUICK_OTHER;
    }
    const int is_asked = name == isdisjoint && number == 2 && PyAnySet_CheckExact(arguments[0]);
    return is_asked ? quick_disjoint(arguments[0], arguments[1]) : QUICK_OTHER;
}

#define QUICK_METHODS 256

/* The method of that name; NULL where only Python can say. What is built in cannot be changed: it is looked up once. */
static inline PyObject *quick_method(PyTypeObject *type, PyObject *name)
{
    static struct {
        PyTypeObject *type;
        PyObject *name, *method;
    } known[QUICK_METHODS];
    const size_t at = (((size_t)type >> 5) ^ ((size_t)name >> 4)) % QUICK_METHODS;
    if (known[at].type == type && known[at].name == name) {
        return known[at].method;
    }
    const int is_fixed = PyType_HasFeature(type, Py_TPFLAGS_IMMUTABLETYPE) && type->tp_dictoffset == 0;
    if (!is_fixed || type->tp_getattro != PyObject_GenericGetAttr || !PyUnicode_CHECK_INTERNED(name)) {
        return NULL;
    }
    PyObject *method = PyObject_GetAttr((PyObject *)type, name);
    if (method == NULL || !PyType_HasFeature(Py_TYPE(method), Py_TPFLAGS_METHOD_DESCRIPTOR)) {
        Py_XDECREF(method);
        PyErr_Clear();
        return NULL;
    }
    Py_XDECREF(known[at].method);
    Py_XDECREF((PyObject *)known[at].type);
    Py_XDECREF(known[at].name);
    known[at].type = (PyTypeObject *)Py_NewRef((PyObject *)type);
    known[at].name = Py_NewRef(name);
    known[at].method = method;
    return method;
}

static inline PyObject *quick_call_method(PyObject *name, PyObject *const *arguments, size_t flagged, PyObject *names)
{
    const int answer = names == NULL ? quick_answer(name, arguments, PyVectorcall_NARGS(flagged)) : QUICK_OTHER;
    if (answer != QUICK_OTHER) {
        return answer < 0 ? NULL : PyBool_FromLong(answer);
    }
    PyObject *method = quick_method(Py_TYPE(arguments[0]), name);
    if (method == NULL) {
        return PyObject_VectorcallMethod(name, arguments, flagged, names);
    }
    return PyObject_Vectorcall(method, arguments, PyVectorcall_NARGS(flagged), names);
}

/* Where a list has room, as after most appends, nothing has to grow. */
static inline int quick_append(PyObject *list, PyObject *item)
{
    const Py_ssize_t size = PyList_GET_SIZE(list);
    if (size < ((const PyListObject *)list)->allocated) {
        Py_INCREF(item);
        Py_SET_SIZE(list, size + 1);
        PyList_SET_ITEM(list, size, item);
        return 0;
    }
    return PyList_Append(list, item);
}

/* Most words differ in their first letter, as most endings do in their last. */
static inline Py_ssize_t quick_tailmatch(
    PyObject *text, PyObject *part, Py_ssize_t start, Py_ssize_t end, int direction
)
{
    const Py_ssize_t size = PyUnicode_GET_LENGTH(text), length = PyUnicode_GET_LENGTH(part);
    if (start == 0 && end >= size && length > 0) {
        const Py_ssize_t at = direction < 0 ? 0 : size - 1, beside = direction < 0 ? 0 : length - 1;
        if (length > size || PyUnicode_READ_CHAR(text, at) != PyUnicode_READ_CHAR(part, beside)) {
            return 0;
        }
    }
    return PyUnicode_Tailmatch(text, part, start, end, direction);
}

#define PySet_Contains quick_contains
#define PyObject_VectorcallMethod quick_call_method
#define PyList_Append quick_append
#define PyUnicode_Tailmatch quick_tailmatch
#define PyUnicode_Substring quick_substring

#endif
