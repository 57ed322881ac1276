module.exports=require("../main/942.index.js");
